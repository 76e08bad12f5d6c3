package com.lifeverse.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.platform.support.Meets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a session can begin. */
@Tag("contracts")
final class SessionStartsTest {
    private static final Path CONTRACT = Path.of(System.getProperty("lifeverse.home", ".."), "functions/openapi.yaml");

    @Test
    @Meets("ASVS 7.6.2")
    void aSessionBeginsOnlyWithACredentialOrACodeThatThePlayerHasShown() throws IOException {
        var contract = new YAMLMapper().readTree(CONTRACT.toFile());
        var starting = new TreeSet<String>();
        contract.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.path("responses").toString().contains("/SignedIn\"")) {
                        starting.add(operation.path("operationId").asText());
                    }
                }));

        assertThat(starting).containsExactly("signIn", "takeHandOff");
        assertThat(required(contract, "SignIn")).contains("credential");
        assertThat(required(contract, "HandOff")).contains("code");
    }

    private static Set<String> required(JsonNode contract, String schema) {
        var names = new TreeSet<String>();
        contract.at("/components/schemas/" + schema + "/required").forEach(name -> names.add(name.asText()));
        return names;
    }
}
