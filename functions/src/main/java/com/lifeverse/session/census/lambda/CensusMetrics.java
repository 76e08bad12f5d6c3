package com.lifeverse.session.census.lambda;

import com.lifeverse.platform.lambda.MetricLine;
import com.lifeverse.session.census.Sweep;
import java.util.ArrayList;
import java.util.List;

/** A sweep as metrics: who is online, by region, platform and version, and what counting them cost. */
final class CensusMetrics {
    private static final String NAMESPACE = "LifeVerse/Sessions";

    private CensusMetrics() {}

    static List<MetricLine> lines(Sweep sweep) {
        var lines = new ArrayList<MetricLine>();
        var tally = sweep.tally();
        tally.cohorts()
                .forEach((cohort, count) -> lines.add(MetricLine.in(NAMESPACE)
                        .by("Region", cohort.region())
                        .by("Platform", cohort.platform())
                        .by("ClientVersion", cohort.version())
                        .count("ConcurrentPlayers", count)));
        lines.add(MetricLine.in(NAMESPACE)
                .count("ConcurrentPlayers", tally.players())
                .count("LiveSessions", tally.sessions())
                .count("LeasesExpired", tally.ended())
                .count("CensusReadUnits", tally.readUnits())
                .count("CensusWriteUnits", tally.writeUnits())
                .count("CensusPages", tally.pages()));
        return lines;
    }
}
