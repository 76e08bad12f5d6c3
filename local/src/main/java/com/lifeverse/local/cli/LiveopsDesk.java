package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The staff's routes to the live events of a stack. */
final class LiveopsDesk {
    private static final String EVENTS = "/v1/live-events/";

    @Mixin
    private Target target = new Target();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:LIFEVERSE_TOKEN:-}",
            description = "A staff token (or LIFEVERSE_TOKEN); a local stack gives one by itself.")
    private String token = "";

    @Option(
            names = "--as",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "Whose token a local stack gives, if none is given; you, if absent.")
    private String name = "";

    /** How an event stands there; empty if there is none. */
    Optional<JsonNode> find(String event) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return target.find(EVENTS + event, bearer("viewer"));
    }

    JsonNode save(String event, long basedOn, JsonNode document)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        var seen = Map.of("if-match", "\"" + basedOn + "\"");
        return target.change("PUT", EVENTS + event, bearer("author"), seen, document);
    }

    JsonNode approve(String event, int revision) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return target.change("PUT", EVENTS + event + "/approval", bearer("approver"), Map.of(), body(revision));
    }

    JsonNode publish(String event, int revision) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return target.change("PUT", EVENTS + event + "/publication", bearer("operator"), Map.of(), body(revision));
    }

    JsonNode withdraw(String event) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return target.change("DELETE", EVENTS + event + "/publication", bearer("operator"), Map.of(), Json.object());
    }

    private static JsonNode body(int revision) {
        return Json.object().put("revision", revision);
    }

    private String bearer(String role) throws IOException, InterruptedException, Exit.Usage, Exit.Finding {
        return token.isEmpty()
                ? target.post(
                                "/_local/staff-tokens",
                                Json.object().put("role", role).put("name", name))
                        .path("token")
                        .asText()
                : token;
    }
}
