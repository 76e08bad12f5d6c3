package com.lifeverse.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.net.URLEncoder;
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

    /** All that was ever done to an event, the last first, page by page; empty if there is no event. */
    Optional<ArrayNode> log(String event)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        var path = EVENTS + event + "/log";
        var page = staff.find("viewer", path);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        var entries = Json.array();
        while (page.isPresent()) {
            page.get().path("entries").forEach(entries::add);
            var cursor = page.get().path("cursor");
            page = cursor.isMissingNode()
                    ? Optional.empty()
                    : staff.find("viewer", path + "?cursor=" + URLEncoder.encode(cursor.asText(), UTF_8));
        }
        return Optional.of(entries);
    }

    private static Map<String, String> seen(long version) {
        return Map.of("if-match", "\"" + version + "\"");
    }

    private static ObjectNode body(int revision) {
        return Json.object().put("revision", revision);
    }
}
