package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.flip.Flip;
import com.lifeverse.liveops.flip.FlipRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the service told of the event's phases, held against what it should have told.
 *
 * @param bar how late it may be
 * @param unexpected what it told besides
 */
record Flips(List<Line> lines, Duration bar, List<String> unexpected) {
    /**
     * A phase of an occurrence.
     *
     * @param actual empty if it was never told
     */
    record Line(Flip flip, Optional<Instant> actual) {
        Duration lateness() {
            return actual.map(at -> Duration.between(flip.at(), at)).orElse(Duration.ZERO);
        }
    }

    Flips {
        lines = List.copyOf(lines);
        unexpected = List.copyOf(unexpected);
    }

    /**
     * Holds a ledger against the calendar.
     *
     * @param ledger as the service answers it
     */
    static Flips of(Published published, JsonNode ledger, Instant since, Instant now, Duration bar) {
        var told = new ArrayList<JsonNode>();
        ledger.path("flips").forEach(told::add);
        var lines = new ArrayList<Line>();
        for (var flip : FlipRules.due(published.revision().event().calendar(), since, now.minus(bar))) {
            var found = told.stream().filter(line -> isOf(line, flip)).findFirst();
            found.ifPresent(told::remove);
            lines.add(new Line(
                    flip, found.map(line -> Instant.parse(line.path("actualAt").asText()))));
        }
        // What is due since a moment ago may be told or not.
        told.removeIf(line -> Instant.parse(line.path("intendedAt").asText()).isAfter(now.minus(bar)));
        return new Flips(
                lines,
                bar,
                told.stream()
                        .map(line -> line.path("occurrence").asText() + " "
                                + line.path("phase").asText())
                        .toList());
    }

    private static boolean isOf(JsonNode line, Flip flip) {
        return line.path("occurrence").asText().equals(flip.occurrence().toString())
                && line.path("phase").asText().equals(flip.slug())
                && Instant.parse(line.path("intendedAt").asText()).equals(flip.at());
    }
}
