package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Our lines beside those that Powertools for AWS Lambda 2.9.0 wrote of the same: by {@code PowertoolsLogging.withLogging} with Log4j's JSON
 * layout, and by {@code Metrics}; recorded on 2026-11-21 (ADR 8). What was made to find the one finds the other.
 */
@Tag("adapters")
final class PowertoolsLinesTest {
    /** CloudWatch gives each line its time; where a function runs, and how large, is in its template and not in each line. */
    private static final List<String> LEFT_OUT = List.of("timestamp", "function_arn", "function_memory_size");

    private static final String INFO = """
            {"level":"INFO","message":"opened","cold_start":false,
             "function_arn":"arn:aws:lambda:us-east-1:111122223333:function:dev-session-Gate:live","function_memory_size":512,
             "function_name":"dev-session-Gate","function_request_id":"req-1","function_version":"7","service":"session",
             "timestamp":"2026-11-21T16:26:50.283Z","correlation_id":"quoted","gate":"sign-in"}""";

    private static final String ERROR = """
            {"level":"ERROR","message":"on fire",
             "error":{"message":"on fire","name":"java.lang.IllegalStateException",
              "stack":"java.lang.IllegalStateException: on fire\\n\\tat P.main(P.java:11)\\nCaused by: java.io.IOException: a spark\\n"},
             "cold_start":false,"function_arn":"arn:aws:lambda:us-east-1:111122223333:function:dev-session-Gate:live",
             "function_memory_size":512,"function_name":"dev-session-Gate","function_request_id":"req-1","function_version":"7",
             "service":"session","timestamp":"2026-11-21T16:26:50.357Z","correlation_id":"quoted"}""";

    private static final String METRICS = """
            {"_aws":{"Timestamp":1795278410956,"CloudWatchMetrics":[{"Namespace":"LifeVerse/Test","Dimensions":[["Bus","Region"]],
              "Metrics":[{"Name":"told","Unit":"Count"},{"Name":"units","Unit":"Count"}]}]},
             "Bus":"main","Region":"eu-west-1","units":1.5,"told":3.0}""";

    private final OutboxSurroundings surroundings = new OutboxSurroundings();
    private final Call call = Calls.of(Log.class).next(surroundings, "quoted");

    @Test
    void aLineOfTheLogHasPowertoolsKeysAndWhatTheyMean() throws IOException {
        Log.info(call, "opened", Json.object().put("gate", "sign-in"));

        var theirs = Json.read(INFO);
        assertThat(kinds(written())).isEqualTo(kinds(theirs));
        for (var same : List.of("level", "message", "correlation_id", "gate")) {
            assertThat(written().path(same)).isEqualTo(theirs.path(same));
        }
    }

    @Test
    void aFailureIsToldAsPowertoolsTellsItAndSaysItsProblemToo() throws IOException {
        Log.failure(
                call, Problem.UNEXPECTED, "quoted", new IllegalStateException("on fire", new IOException("a spark")));

        var ours = (ObjectNode) written();
        var theirs = Json.read(ERROR);
        assertThat(ours.remove("problem").asText()).isEqualTo(Problem.UNEXPECTED.slug());
        assertThat(kinds(ours)).isEqualTo(kinds(theirs));
        assertThat(kinds(ours.path("error"))).isEqualTo(kinds(theirs.path("error")));
        assertThat(ours.path("message")).isEqualTo(theirs.path("message"));
        assertThat(ours.at("/error/name")).isEqualTo(theirs.at("/error/name"));
        assertThat(ours.at("/error/stack").asText())
                .startsWith("java.lang.IllegalStateException: on fire")
                .contains("Caused by: java.io.IOException: a spark");
    }

    @Test
    void aLineOfMetricsIsTheSame() throws IOException {
        var theirs = Json.read(METRICS);
        var when = Instant.ofEpochMilli(theirs.at("/_aws/Timestamp").asLong());

        var ours = MetricLine.in("LifeVerse/Test", when)
                .by("Bus", "main")
                .by("Region", "eu-west-1")
                .count("told", 3.0)
                .count("units", 1.5);

        assertThat(Json.read(ours.toString())).isEqualTo(theirs);
    }

    private JsonNode written() throws IOException {
        return Json.read(surroundings.log().getFirst());
    }

    /** The keys of a line, each with the kind of its value. */
    private static Map<String, JsonNodeType> kinds(JsonNode line) {
        var kinds = new TreeMap<String, JsonNodeType>();
        line.properties()
                .forEach(member -> kinds.put(member.getKey(), member.getValue().getNodeType()));
        LEFT_OUT.forEach(kinds::remove);
        return kinds;
    }
}
