package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How far the settlements of a live event are, and starting one by hand. */
@Command(
        name = "settlements",
        description = {
            "Shows how far the settlements of a live event's rewards are, with rate and remaining time, the latest occurrence first; or settles"
                    + " an occurrence that is over everywhere. What was given is not given again.",
            "Example: ./dev liveops settlements weekend-festival"
        },
        mixinStandardHelpOptions = true)
final class LiveopsSettlementsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EVENT", description = "The live event's name.")
    private String event = "";

    @Option(
            names = "--settle",
            paramLabel = "OCCURRENCE",
            description =
                    "Settle this occurrence: its start by the event's clocks, such as 2026-12-04T18:00. For operators.")
    private @Nullable String occurrence;

    @Mixin
    private Staff staff = new Staff();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var path = "/v1/live-events/%s/settlements".formatted(event);
        var answer = occurrence == null
                ? staff.get("viewer", path)
                : staff.post("operator", path, Json.object().put("occurrence", occurrence));
        if (json) {
            Output.print(out, Output.success("liveops settlements", answer));
        } else if (occurrence == null) {
            print(out, answer.path("settlements"));
        } else {
            out.printf(
                    "It runs as %s of the workflow reward-settlement.%n",
                    answer.path("settlement").asText());
        }
        out.flush();
        return Exit.FINE;
    }

    private static void print(PrintWriter out, JsonNode settlements) {
        if (settlements.isEmpty()) {
            out.println("Nothing was settled yet.");
        }
        for (var settlement : settlements) {
            out.printf(
                    "%s  %s  %,d of %,d rewards asked for, of %,d players%n",
                    settlement.path("settlement").asText(),
                    settlement.path("state").asText(),
                    settlement.path("claimed").asLong(),
                    settlement.path("entitled").asLong(),
                    settlement.path("players").asLong());
            if (settlement.has("progress")) {
                print(out, settlement.path("round").asInt(), settlement.path("progress"));
            }
        }
    }

    private static void print(PrintWriter out, int round, JsonNode progress) {
        out.printf(
                "    round %d: %,d of %,d players, %.0f a second, %s%n",
                round,
                progress.path("settled").asLong(),
                progress.path("players").asLong(),
                progress.path("perSecond").asDouble(),
                progress.has("remainingSeconds")
                        ? Duration.ofSeconds(progress.path("remainingSeconds").asLong()) + " left"
                        : "time left not known yet");
    }
}
