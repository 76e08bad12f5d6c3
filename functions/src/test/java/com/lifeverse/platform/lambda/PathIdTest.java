package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("rules")
final class PathIdTest {
    private static final Path CONTRACT = Path.of(System.getProperty("lifeverse.home", ".."), "functions/openapi.yaml");

    @Test
    void everyIdHasTheFormThatTheContractGivesIt() throws IOException {
        var contract = new YAMLMapper().readTree(CONTRACT.toFile());
        var forms = new TreeMap<String, String>();
        for (var parameter : contract.findParents("in")) {
            if (parameter.path("in").asText().equals("path")) {
                forms.put(parameter.path("name").asText(), form(contract, parameter.path("schema")));
            }
        }
        assertThat(Arrays.stream(PathId.values()).collect(Collectors.toMap(PathId::parameter, PathId::form)))
                .isEqualTo(forms);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooLongOrOfAnotherFormNamesNothing(PathId id) {
        for (var nothing : new String[] {"", "x ", "a".repeat(2100), "a-".repeat(100_000), "../x", "ses_\u0000"}) {
            assertThatThrownBy(() -> PathId.check(Map.of(id.parameter(), nothing)))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.problem().status()).isEqualTo(404));
        }
    }

    @Test
    void whatHasItsFormPasses() {
        var session = "ses_019b7600-0000-7000-8000-000000000001";
        assertThatCode(() -> PathId.check(Map.of("sid", session, "trigger", "first-win-of-the-day")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PathId.check(Map.of("playerId", session)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problem()).isEqualTo(Problem.PLAYER_NOT_FOUND));
    }

    private static String form(JsonNode contract, JsonNode schema) {
        if (schema.has("$ref")) {
            return form(contract, contract.at(schema.path("$ref").asText().substring(1)));
        }
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining("|", "(", ")"));
        }
        return schema.path("pattern").asText().replaceAll("^\\^|\\$$", "");
    }
}
