package com.lifeverse.session.census.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.census.Sweep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A sweep as metrics, in CloudWatch's embedded metric format: lines of the log, which need no call and no permission
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
 */
final class CensusMetrics {
    private static final String NAMESPACE = "LifeVerse/Sessions";
    private static final List<String> COHORT = List.of("Region", "Platform", "ClientVersion");

    private CensusMetrics() {}

    static List<String> lines(Sweep sweep, Instant now) {
        var lines = new ArrayList<String>();
        sweep.tally()
                .cohorts()
                .forEach((cohort, count) -> lines.add(Json.write(line(now, COHORT, "ConcurrentPlayers")
                        .put("Region", cohort.region())
                        .put("Platform", cohort.platform())
                        .put("ClientVersion", cohort.version())
                        .put("ConcurrentPlayers", count))));
        var tally = sweep.tally();
        lines.add(Json.write(line(
                        now,
                        List.of(),
                        "ConcurrentPlayers",
                        "LiveSessions",
                        "LeasesExpired",
                        "CensusReadUnits",
                        "CensusWriteUnits",
                        "CensusPages")
                .put("ConcurrentPlayers", tally.players())
                .put("LiveSessions", tally.sessions())
                .put("LeasesExpired", tally.ended())
                .put("CensusReadUnits", tally.readUnits())
                .put("CensusWriteUnits", tally.writeUnits())
                .put("CensusPages", tally.pages())));
        return lines;
    }

    private static ObjectNode line(Instant now, List<String> dimensions, String... names) {
        var line = Json.object();
        var metadata = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
        var metrics = metadata.putArray("CloudWatchMetrics").addObject().put("Namespace", NAMESPACE);
        var sets = metrics.putArray("Dimensions").addArray();
        dimensions.forEach(sets::add);
        var definitions = metrics.putArray("Metrics");
        for (var name : names) {
            definitions.addObject().put("Name", name).put("Unit", "Count");
        }
        return line;
    }
}
