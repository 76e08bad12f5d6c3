package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The versions of a trigger that are in force together. */
@Command(
        name = "versions",
        description = {
            "Says how far each version of a trigger has come, how far one in the shadow agrees with the live one, and which of them a"
                    + " player has.",
            "Example: ./dev triggers versions first-win-of-the-day --player ply_01a1fb98-ef50-78db-a03f-a92f4ffe5cbc"
        },
        mixinStandardHelpOptions = true)
final class TriggersVersions implements Callable<Integer> {
    @Parameters(paramLabel = "TRIGGER", description = "The trigger's name.")
    private @Nullable String trigger;

    @Option(names = "--player", paramLabel = "ID", description = "Whose version is asked for.")
    private @Nullable String player;

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var query = player == null ? "" : "?playerId=" + URLEncoder.encode(player, StandardCharsets.UTF_8);
        var path = "/v1/triggers/%s/versions"
                .formatted(URLEncoder.encode(Objects.requireNonNull(trigger), StandardCharsets.UTF_8));
        var found = desk.get("viewer", path + query);
        if (desk.json()) {
            Output.print(out, Output.success("triggers versions", found));
            return Exit.FINE;
        }
        found.path("versions").forEach(version -> print(version, out));
        if (player != null) {
            var theirs = found.path("player");
            out.printf(
                    "%s is in hundredth %d: %s acts%s%n",
                    player,
                    theirs.path("hundredth").asInt(),
                    theirs.path("acting").asText("none"),
                    theirs.has("shadowing") ? ", " + theirs.path("shadowing").asText() + " only decides" : "");
        }
        out.flush();
        return Exit.FINE;
    }

    private static void print(JsonNode version, PrintWriter out) {
        out.printf(
                "%s %-7s %s%s%n",
                version.path("version").asText(),
                version.path("which").asText(),
                version.path("stage").asText(),
                version.has("percent")
                        ? " for %d %%".formatted(version.path("percent").asInt())
                        : "");
        if (version.has("compared")) {
            var compared = version.path("compared");
            out.printf(
                    "  agrees on %.1f %% of the events on which one of the two was for acting: both %,d, only the live one %,d, only the shadow"
                            + " %,d%n",
                    100 * compared.path("agreement").asDouble(),
                    compared.path("both").asLong(),
                    compared.path("onlyLive").asLong(),
                    compared.path("onlyShadow").asLong());
            compared.path("differing")
                    .forEach(each -> out.printf(
                            "    %s %s%n",
                            each.path("verdict").asText(), each.path("event").asText()));
        }
    }
}
