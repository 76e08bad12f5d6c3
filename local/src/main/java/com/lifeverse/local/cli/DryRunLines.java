package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** What a dry run found, as people read it. */
final class DryRunLines {
    private final PrintWriter out;

    DryRunLines(PrintWriter out) {
        this.out = out;
    }

    void print(JsonNode report) {
        var events = report.path("events");
        out.printf(
                "%s, from %s to %s: %,d events read, %,d of the span that engines hear, %,d broken%n",
                report.path("trigger").asText(),
                report.path("from").asText(),
                report.path("to").asText(),
                events.path("read").asLong(),
                events.path("heard").asLong(),
                events.path("broken").asLong());
        version(report);
        if (report.has("against")) {
            out.println("the other version");
            version(report.path("against"));
            difference(report.path("difference"));
        }
        report.path("notes").forEach(note -> out.println("! " + note.asText()));
        out.flush();
    }

    private void version(JsonNode version) {
        out.printf(
                "  version %s carried out %,d times, for %,d players%n",
                version.path("version").asText(),
                version.path("carriedOut").asLong(),
                version.path("players").asLong());
        counts("at events", version.path("byEvents"));
        counts("by time alone", version.path("byTime"));
        var cost = version.path("cost");
        out.printf(
                "  costs $%s: $%s a firing, $%s a 1,000 events, $%s a day, $%s a month%n",
                money(cost, "usd"),
                money(cost, "perFiring"),
                money(cost, "perThousandEvents"),
                money(cost, "perDay"),
                money(cost, "perMonth"));
        var day = cost.path("busiestDay");
        if (!day.isMissingNode()) {
            out.printf(
                    "  busiest day %s: %,d times; the fullest cap or budget %.0f %% used%n",
                    day.path("day").asText(),
                    day.path("carriedOut").asLong(),
                    100 * version.path("fullestPool").asDouble());
        }
        if (version.has("breaker")) {
            out.printf(
                    "  its breaker opens at %s and stays so: %s%n",
                    version.at("/breaker/opened").asText(),
                    version.at("/breaker/note").asText());
        }
        version.path("busiestPlayers")
                .forEach(player -> out.printf(
                        "    %s %,d%s%n",
                        player.path("playerId").asText(),
                        player.path("carriedOut").asLong(),
                        player.has("has")
                                ? ", has version " + player.path("has").asText()
                                : ""));
    }

    private void counts(String what, JsonNode counts) {
        if (counts.isEmpty()) {
            return;
        }
        out.printf("  %s:", what);
        counts.properties()
                .forEach(each ->
                        out.printf(" %s %,d", each.getKey(), each.getValue().asLong()));
        out.println();
    }

    private void difference(JsonNode difference) {
        out.printf(
                "of %,d events both make the same%n", difference.path("alike").asLong());
        difference
                .path("changes")
                .properties()
                .forEach(each ->
                        out.printf("  %s: %,d%n", each.getKey(), each.getValue().asLong()));
        var players = difference.path("players");
        out.printf(
                "  players: %,d more, %,d fewer, %,d as before%n",
                players.path("won").asLong(),
                players.path("lost").asLong(),
                players.path("kept").asLong());
        difference
                .path("examples")
                .forEach(each -> out.printf(
                        "    %s of %s: %s, was %s%n",
                        each.path("event").asText(),
                        each.path("playerId").asText(),
                        each.path("after").asText(),
                        each.path("before").asText()));
    }

    private static String money(JsonNode cost, String member) {
        return "%.6f".formatted(cost.path(member).asDouble());
    }
}
