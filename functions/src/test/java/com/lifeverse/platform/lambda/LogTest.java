package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines that queries written for Powertools find what they look for in. */
@Tag("adapters")
final class LogTest {
    private final OutboxSurroundings surroundings = new OutboxSurroundings();
    private final Calls calls = Calls.of(Log.class);

    @Test
    void aLineSaysWhoseItIsAndInWhichRequest() throws IOException {
        Log.info(calls.next(surroundings, "quoted"), "opened", Json.object().put("gate", "sign-in"));

        assertThat(lines().getFirst().properties())
                .extracting(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .startsWith(
                        "level=INFO", "message=opened", "service=platform", "cold_start=true", "correlation_id=quoted")
                .contains("function_request_id=" + surroundings.getAwsRequestId(), "gate=sign-in")
                .anyMatch(entry -> entry.startsWith("function_name="));
    }

    @Test
    void onlyTheFirstCallOfAnInstanceIsCold() throws IOException {
        Log.info(calls.next(surroundings), "first", Json.object());
        Log.info(calls.next(surroundings), "second", Json.object());
        Log.info(Calls.of(Log.class).next(surroundings), "another's first", Json.object());

        assertThat(lines())
                .extracting(line -> line.path("cold_start").asBoolean())
                .containsExactly(true, false, true);
    }

    @Test
    void whatACallerCannotQuoteIsNotThere() throws IOException {
        Log.info(calls.next(surroundings), "nobody asked", Json.object());

        assertThat(lines().getFirst().has("correlation_id")).isFalse();
    }

    @Test
    void aFailureTellsItsProblemItsKindAndItsStack() throws IOException {
        Log.failure(
                calls.next(surroundings, "quoted"),
                Problem.UNEXPECTED,
                "another",
                new IllegalStateException("on fire", new IOException("a spark")));

        var line = lines().getFirst();
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("problem").asText()).isEqualTo(Problem.UNEXPECTED.slug());
        assertThat(line.path("correlation_id").asText()).isEqualTo("another");
        assertThat(line.at("/error/name").asText()).isEqualTo(IllegalStateException.class.getName());
        assertThat(line.at("/error/message").asText()).isEqualTo("on fire");
        assertThat(line.at("/error/stack").asText()).contains("a spark");
    }

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : surroundings.log()) {
            lines.add(Json.read(line));
        }
        return lines;
    }
}
