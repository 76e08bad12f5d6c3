package com.lifeverse.platform.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What CloudWatch makes metrics of. */
@Tag("rules")
final class MetricLineTest {
    @Test
    void aLineDeclaresItsMetricsAndHasAValueForEachAndForEachDimension() throws IOException {
        var line = MetricLine.in("LifeVerse/Test", Instant.ofEpochMilli(1_700_000_000_000L))
                .by("Bus", "main")
                .by("Region", "eu-west-1")
                .count("told", 3)
                .count("units", 1.5);

        assertThat(Json.read(line.toString())).isEqualTo(Json.read("""
                {"_aws": {"Timestamp": 1700000000000, "CloudWatchMetrics": [{
                   "Namespace": "LifeVerse/Test", "Dimensions": [["Bus", "Region"]],
                   "Metrics": [{"Name": "told", "Unit": "Count"}, {"Name": "units", "Unit": "Count"}]}]},
                 "Bus": "main", "Region": "eu-west-1", "told": 3, "units": 1.5}"""));
    }
}
