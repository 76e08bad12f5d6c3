package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What CloudWatch makes metrics of. */
@Tag("adapters")
final class MetricLineTest {
    private final OutboxSurroundings surroundings = new OutboxSurroundings();

    @Test
    void aLineDeclaresItsMetricsAndHasAValueForEachAndForEachDimension() throws IOException {
        try (var _ = surroundings.logging()) {
            MetricLine.in("LifeVerse/Test")
                    .by("Bus", "main")
                    .by("Region", "eu-west-1")
                    .count("told", 3)
                    .count("units", 1.5)
                    .write();
        }

        assertThat(lines()).containsExactly(Json.read("""
                {"_aws": {"CloudWatchMetrics": [{
                   "Namespace": "LifeVerse/Test",
                   "Metrics": [{"Name": "told", "Unit": "Count"}, {"Name": "units", "Unit": "Count"}],
                   "Dimensions": [["Bus", "Region"]]}]},
                 "Bus": "main", "Region": "eu-west-1", "told": 3.0, "units": 1.5}"""));
    }

    @Test
    void nothingOfALineIsLeftInTheNext() throws IOException {
        try (var _ = surroundings.logging()) {
            MetricLine.in("LifeVerse/One").by("Bus", "main").count("told", 3).write();
            MetricLine.in("LifeVerse/Other").count("units", 1).write();
        }

        assertThat(lines().getLast()).isEqualTo(Json.read("""
                {"_aws": {"CloudWatchMetrics": [{
                   "Namespace": "LifeVerse/Other", "Metrics": [{"Name": "units", "Unit": "Count"}], "Dimensions": [[]]}]},
                 "units": 1.0}"""));
    }

    /** The lines, without their time, which is the machine's. */
    private List<JsonNode> lines() throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var text : surroundings.log()) {
            var line = Json.read(text);
            assertThat(((ObjectNode) line.path("_aws")).remove("Timestamp").isIntegralNumber())
                    .isTrue();
            lines.add(line);
        }
        return lines;
    }
}
