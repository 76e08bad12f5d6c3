package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.platform.runtime.Spending;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract says of every answer that a function gives that it tells its cost, and how. */
@Tag("rules")
final class CostHeaderTest {
    private static final Path CONTRACT = Path.of(System.getProperty("lifeverse.home", ".."), "functions/openapi.yaml");
    private static final String NAME = "LifeVerse-Cost";

    @Test
    void everyAnswerOfAFunctionTellsItsCost() throws IOException {
        var contract = new YAMLMapper().readTree(CONTRACT.toFile());
        var answers = contract.path("paths").findValues("responses");
        assertThat(answers).hasSizeGreaterThan(60);
        for (var each : answers) {
            each.properties()
                    .forEach(answer -> assertThat(tells(contract, answer.getValue()))
                            .as("%s", answer)
                            .isTrue());
        }
    }

    @Test
    void itIsToldAsTheContractHasIt() throws IOException {
        var header = new YAMLMapper().readTree(CONTRACT.toFile()).at("/components/headers/" + NAME);

        assertThat(new Spending().told(12)).matches(header.at("/schema/pattern").asText());
    }

    private static boolean tells(JsonNode contract, JsonNode answer) {
        var reference = answer.path("$ref").asText();
        // What the gateway says costs nothing.
        return reference.endsWith("/Unauthorized")
                || (reference.isEmpty() ? answer : contract.at(reference.substring(1)))
                        .path("headers")
                        .has(NAME);
    }
}
