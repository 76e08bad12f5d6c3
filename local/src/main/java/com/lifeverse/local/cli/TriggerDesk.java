package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How commands about triggers talk to the stack, and what they say of it. */
final class TriggerDesk {
    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:LIFEVERSE_TOKEN:-}",
            description = "A staff token (or LIFEVERSE_TOKEN); a local stack gives one by itself.")
    private String token = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Target target = new Target();

    boolean json() {
        return json;
    }

    JsonNode get(String path, String role) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return target.get(path, bearer(role));
    }

    JsonNode post(String path, String role, JsonNode body)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return target.post(path, bearer(role), body);
    }

    JsonNode plan(TriggerFolder folder) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        ObjectNode asked = Json.object();
        folder.into(asked);
        return post("/v1/trigger-plans", "author", asked);
    }

    /** Says the findings of a plan by their files; true if there are none. */
    static boolean isSound(JsonNode plan, TriggerFolder folder, PrintWriter out) {
        for (var finding : plan.path("findings")) {
            out.printf(
                    "! %s %s%n",
                    folder.place(finding.path("pointer").asText()),
                    finding.path("message").asText());
        }
        return plan.path("findings").isEmpty();
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

    private String bearer(String role) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return token.isEmpty()
                ? target.post(
                                "/_local/staff-tokens",
                                Json.object().put("role", role).put("name", "triggers"))
                        .path("token")
                        .asText()
                : token;
    }
}
