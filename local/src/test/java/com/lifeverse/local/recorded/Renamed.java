package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.local.kernel.Json;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A recorded execution told anew: its states and the members of its data have other names, and a state in front of it
 * moves every number of its history. The answer is known, since nothing else may change.
 */
final class Renamed {
    private static final Set<String> NAMES_A_STATE = Set.of("StartAt", "Next", "Default", "name", "state");
    private static final Set<String> OF_AWS = Set.of(
            "FunctionName",
            "Payload",
            "Bucket",
            "Key",
            "TimestampValue",
            "Error",
            "Cause",
            "error",
            "cause",
            "items",
            "type");
    private static final Pattern ENTERED = Pattern.compile("state '([^']+)' \\(entered at the event id #(\\d+)\\)");
    private static final String PRELUDE = "Prelude";
    private static final int EVENTS = 2;

    private final Set<String> states = new LinkedHashSet<>();
    private final Set<String> members = new LinkedHashSet<>();

    private Renamed() {}

    static JsonNode of(JsonNode play) {
        var renamed = new Renamed();
        renamed.states(play.get("definition"));
        renamed.members(play.get("input"));
        var told = (ObjectNode) renamed.names("", play);
        renamed.prelude((ObjectNode) told.get("definition"));
        renamed.history(told);
        return Json.read(renamed.data(Json.text(told)));
    }

    private void states(JsonNode node) {
        node.path("States").fieldNames().forEachRemaining(states::add);
        node.forEach(this::states);
    }

    private void members(JsonNode node) {
        node.fieldNames().forEachRemaining(name -> {
            if (!OF_AWS.contains(name) && name.matches("\\w+")) {
                members.add(name);
            }
        });
        node.forEach(this::members);
    }

    private JsonNode names(String field, JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                var told = Json.object();
                object.properties()
                        .forEach(member -> told.set(
                                field.equals("States") ? state(member.getKey()) : member.getKey(),
                                names(member.getKey(), member.getValue())));
                yield told;
            }
            case ArrayNode list -> {
                var told = Json.array();
                list.forEach(item -> told.add(names(field, item)));
                yield told;
            }
            case TextNode text -> TextNode.valueOf(text(field, text.textValue()));
            default -> node;
        };
    }

    private String text(String field, String text) {
        if (NAMES_A_STATE.contains(field)) {
            return state(text);
        }
        return ENTERED.matcher(text)
                .replaceAll(found -> "state '%s' (entered at the event id #%d)"
                        .formatted(state(found.group(1)), Long.parseLong(found.group(2)) + EVENTS));
    }

    private String state(String name) {
        return states.contains(name) ? "Station " + (states.stream().toList().indexOf(name) + 7) : name;
    }

    private String data(String text) {
        var changed = text;
        for (var member : members) {
            changed = changed.replaceAll("(?<![\\w$-])" + member + "(?!\\w)", "other_" + member);
        }
        return changed;
    }

    private void prelude(ObjectNode definition) {
        var prelude = ((ObjectNode) definition.get("States")).putObject(PRELUDE);
        prelude.put("Type", "Pass")
                .put("QueryLanguage", "JSONata")
                .put("Next", definition.path("StartAt").asText());
        definition.put("StartAt", PRELUDE);
    }

    private void history(ObjectNode told) {
        var history = (ArrayNode) told.path("expected").path("history");
        for (var event : history) {
            if (event.path("id").isNumber() && event.path("id").asInt() > 1) {
                ((ObjectNode) event).put("id", event.get("id").asInt() + EVENTS);
                int previous = event.path("previousEventId").asInt();
                ((ObjectNode) event).put("previousEventId", previous == 0 ? 1 + EVENTS : previous + EVENTS);
            }
        }
        var input = history.get(0).path("executionStartedEventDetails").path("input");
        history.insert(1, event(2, 0, "PassStateEntered", "stateEnteredEventDetails", "input", input));
        history.insert(2, event(3, 2, "PassStateExited", "stateExitedEventDetails", "output", input));
    }

    private static ObjectNode event(int id, int previous, String type, String details, String member, JsonNode value) {
        var event = Json.object()
                .put("id", id)
                .put("previousEventId", previous)
                .put("timestamp", "timestamp")
                .put("type", type);
        var told = event.putObject(details).put("name", PRELUDE);
        told.set(member, value);
        told.putObject(member + "Details").put("truncated", false);
        return event;
    }
}
