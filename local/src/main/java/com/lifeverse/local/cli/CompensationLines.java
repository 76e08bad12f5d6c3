package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;

/** Compensations as lines for people. */
final class CompensationLines {
    private CompensationLines() {}

    /** Prints one of them, or a list, or the document. */
    static void print(PrintWriter out, String command, JsonNode answer, boolean json) {
        if (json) {
            Output.print(out, Output.success(command, answer));
        } else if (answer.has("compensations")) {
            if (answer.path("compensations").isEmpty()) {
                out.println("Nobody has handed in a compensation yet.");
            }
            answer.path("compensations").forEach(each -> head(out, each));
        } else {
            head(out, answer);
            whole(out, answer);
        }
        out.flush();
    }

    private static void head(PrintWriter out, JsonNode compensation) {
        out.printf(
                "%s  %s  %,d players%s, %s: %s%n",
                compensation.path("compensation").asText(),
                compensation.path("state").asText(),
                compensation.path("players").asInt(),
                totals(compensation.path("totals")),
                compensation.path("incident").asText(),
                compensation.path("reason").asText());
    }

    private static void whole(PrintWriter out, JsonNode compensation) {
        out.printf(
                "    digest %s, at most %,d for one player%n",
                compensation.path("digest").asText(),
                compensation.path("largest").asInt());
        for (var entry : compensation.path("log")) {
            out.printf(
                    "    %s  %s by %s%s%n",
                    entry.path("at").asText(),
                    entry.path("action").asText(),
                    entry.path("who").asText(),
                    entry.has("note") ? ": " + entry.path("note").asText() : "");
        }
        if (compensation.has("progress")) {
            var progress = compensation.path("progress");
            out.printf(
                    "    %,d of %,d players, %.0f a second, %s%n",
                    progress.path("settled").asLong(),
                    progress.path("players").asLong(),
                    progress.path("perSecond").asDouble(),
                    progress.has("remainingSeconds")
                            ? Duration.ofSeconds(
                                            progress.path("remainingSeconds").asLong()) + " left"
                            : "time left not known yet");
        }
        if (compensation.has("made")) {
            var made = compensation.path("made");
            out.printf(
                    "    %,d players have it%s; %,d were erased%n",
                    made.path("granted").asInt(),
                    totals(made.path("totals")),
                    made.path("skipped").asInt());
        }
    }

    private static String totals(JsonNode totals) {
        var text = new StringBuilder();
        totals.forEach(each -> text.append(", %,d %s"
                .formatted(each.path("amount").asLong(), each.path("item").asText())));
        return text.toString();
    }
}
