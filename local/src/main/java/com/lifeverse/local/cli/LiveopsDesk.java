package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The staff's routes to the live events of a stack. */
final class LiveopsDesk {
    private static final String EVENTS = "/v1/live-events/";

    @Mixin
    private Staff staff = new Staff();

    /** As those of the staff reach it. */
    static LiveopsDesk of(Staff staff) {
        var desk = new LiveopsDesk();
        desk.staff = staff;
        return desk;
    }

    /** How an event stands there; empty if there is none. */
    Optional<JsonNode> find(String event)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.find("viewer", EVENTS + event);
    }

    JsonNode save(String event, long basedOn, JsonNode document)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var seen = Map.of("if-match", "\"" + basedOn + "\"");
        return staff.change("author", "PUT", EVENTS + event, seen, document);
    }

    JsonNode approve(String event, int revision)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.change("approver", "PUT", EVENTS + event + "/approval", Map.of(), body(revision));
    }

    JsonNode publish(String event, int revision)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.change("operator", "PUT", EVENTS + event + "/publication", Map.of(), body(revision));
    }

    JsonNode withdraw(String event)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.change("operator", "DELETE", EVENTS + event + "/publication", Map.of(), Json.object());
    }

    private static JsonNode body(int revision) {
        return Json.object().put("revision", revision);
    }
}
