package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How commands about triggers talk to the stack, and what they say of it. */
final class TriggerDesk {
    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Staff staff = new Staff();

    boolean json() {
        return json;
    }

    JsonNode get(String role, String path)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.get(role, path);
    }

    JsonNode post(String role, String path, JsonNode body)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.post(role, path, body);
    }

    JsonNode plan(TriggerFolder folder)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        ObjectNode asked = Json.object();
        folder.into(asked);
        return post("author", "/v1/trigger-plans", asked);
    }

    /** Says the findings of a plan by their files, and what authors should know; true if there are no findings. */
    static boolean isSound(JsonNode plan, TriggerFolder folder, PrintWriter out) {
        say("!", plan.path("findings"), folder, out);
        say("?", plan.path("warnings"), folder, out);
        return plan.path("findings").isEmpty();
    }

    private static void say(String sign, JsonNode places, TriggerFolder folder, PrintWriter out) {
        for (var each : places) {
            out.printf(
                    "%s %s %s%n",
                    sign,
                    folder.place(each.path("pointer").asText()),
                    each.path("message").asText());
        }
    }

    /** The findings of a plan by their files, for a document. */
    static ArrayNode findings(JsonNode plan, TriggerFolder folder) {
        var findings = Json.array();
        for (var finding : plan.path("findings")) {
            Output.finding(
                    findings,
                    "trigger-lint",
                    folder.place(finding.path("pointer").asText()),
                    finding.path("message").asText());
        }
        return findings;
    }

    /** Says what a publication or a rollback has changed. */
    int done(String command, JsonNode done, PrintWriter out) {
        if (json) {
            Output.print(out, Output.success(command, done));
            return Exit.FINE;
        }
        changes(done.path("changes"), out);
        out.printf("Publication %d is in force.%n", done.path("publication").asLong());
        out.flush();
        return Exit.FINE;
    }

    /** Says what changes; true if anything does. */
    static boolean changes(JsonNode changes, PrintWriter out) {
        for (var name : changes.path("added")) {
            out.println("+ " + name.asText());
        }
        for (var name : changes.path("changed")) {
            out.println("~ " + name.asText());
        }
        for (var name : changes.path("removed")) {
            out.println("- " + name.asText());
        }
        return !changes.path("added").isEmpty()
                || !changes.path("changed").isEmpty()
                || !changes.path("removed").isEmpty();
    }

    /** Says which versions come how far. */
    static void stages(JsonNode plan, PrintWriter out) {
        for (var stage : plan.path("stages")) {
            var before = stage.path("before").asText();
            out.printf(
                    "  %s: %s%s%n",
                    stage.path("trigger").asText(),
                    before.isEmpty() ? "" : before + " -> ",
                    stage.path("after").asText());
        }
    }
}
