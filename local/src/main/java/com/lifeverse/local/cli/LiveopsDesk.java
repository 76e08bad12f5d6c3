package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        return staff.change("author", "PUT", EVENTS + event, seen(basedOn), document);
    }

    JsonNode approve(String event, int revision)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.change("approver", "PUT", EVENTS + event + "/approval", Map.of(), body(revision));
    }

    JsonNode publish(String event, int revision, String batch)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var body = body(revision).put("batch", batch);
        return staff.change("operator", "PUT", EVENTS + event + "/publication", Map.of(), body);
    }

    /** Publishes it to take a batch back, as long as it is what was looked at. */
    JsonNode takeBack(String event, int revision, String batch, long version)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var body = body(revision).put("takesBack", batch);
        return staff.change("operator", "PUT", EVENTS + event + "/publication", seen(version), body);
    }

    /** Takes it away from players, as long as it is what was looked at. */
    JsonNode withdraw(String event, long version)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.change("operator", "DELETE", EVENTS + event + "/publication", seen(version), Json.object());
    }

    /** What was done to an event, the last first; empty if there is no event. */
    Optional<JsonNode> log(String event)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        return staff.find("viewer", EVENTS + event + "/log");
    }

    private static Map<String, String> seen(long version) {
        return Map.of("if-match", "\"" + version + "\"");
    }

    private static ObjectNode body(int revision) {
        return Json.object().put("revision", revision);
    }
}
