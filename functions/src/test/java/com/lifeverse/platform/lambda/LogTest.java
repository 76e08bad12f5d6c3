package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lines that queries written for Powertools find what they look for in. */
@Tag("adapters")
final class LogTest {
    private final OutboxSurroundings surroundings = new OutboxSurroundings();
    private final Calls calls = Calls.of(Log.class);

    @Test
    void aLineSaysWhoseItIsAndInWhichRequestByPowertoolsKeys() throws IOException {
        during(
                calls,
                call -> Log.info(call.quoting("quoted"), "opened", Json.object().put("gate", "sign-in")));

        var line = lines().getFirst();
        assertThat(line.properties())
                .extracting(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .contains(
                        "level=INFO",
                        "message=opened",
                        "service=platform",
                        "cold_start=true",
                        "correlation_id=quoted",
                        "function_name=function-under-test",
                        "function_version=1",
                        "function_memory_size=512",
                        "function_request_id=" + surroundings.getAwsRequestId(),
                        "gate=sign-in");
        assertThat(line.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z");
    }

    @Test
    void onlyTheFirstCallOfAnInstanceIsCold() throws IOException {
        var others = Calls.of(Log.class);
        during(calls, call -> Log.info(call, "first", Json.object()));
        during(calls, call -> Log.info(call, "second", Json.object()));
        during(others, call -> Log.info(call, "another's first", Json.object()));

        assertThat(lines())
                .extracting(line -> line.path("cold_start").asBoolean())
                .containsExactly(true, false, true);
    }

    @Test
    void whatACallerCannotQuoteIsNotThereNorIsWhatAnotherCouldQuote() throws IOException {
        during(calls, call -> {
            Log.info(call, "of somebody", "quoted", Json.object());
            Log.info(call, "nobody asked", Json.object());
        });

        assertThat(lines()).extracting(line -> line.has("correlation_id")).containsExactly(true, false);
    }

    @Test
    void numbersListsAndObjectsStayWhatTheyAre() throws IOException {
        var fields = Json.object().put("late", 1.5).put("won", true).putNull("nobody");
        fields.putArray("names").add("{}").add("\"");

        during(calls, call -> Log.info(call, "told", fields));

        var line = lines().getFirst();
        fields.properties()
                .forEach(field -> assertThat(line.get(field.getKey())).isEqualTo(field.getValue()));
    }

    @Test
    void aFailureTellsItsProblemItsKindAndItsStackAndItsTextAsItIs() throws IOException {
        var failure = new IllegalStateException("on {} fire", new IOException("a spark"));

        during(calls, call -> Log.failure(call, Problem.UNEXPECTED, "another", failure));

        var line = lines().getFirst();
        assertThat(line.path("level").asText()).isEqualTo("ERROR");
        assertThat(line.path("message").asText()).isEqualTo("on {} fire");
        assertThat(line.path("problem").asText()).isEqualTo(Problem.UNEXPECTED.slug());
        assertThat(line.path("correlation_id").asText()).isEqualTo("another");
        assertThat(line.at("/error/name").asText()).isEqualTo(IllegalStateException.class.getName());
        assertThat(line.at("/error/message").asText()).isEqualTo("on {} fire");
        assertThat(line.at("/error/stack").asText()).contains("Caused by: java.io.IOException: a spark");
    }

    private void during(Calls calls, Consumer<Call> work) {
        try (var _ = surroundings.logging()) {
            work.accept(calls.next(surroundings));
            calls.end();
        }
    }

    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : surroundings.log()) {
            lines.add(Json.read(line));
        }
        return lines;
    }
}
