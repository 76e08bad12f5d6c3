package com.lifeverse.liveops.desk.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.desk.Batch;
import com.lifeverse.liveops.desk.Difference;
import com.lifeverse.liveops.desk.LogEntry;
import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.platform.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An entry of the log as an item: version, at (epoch milliseconds), who, action, revision, differences (JSON text), note, batch, takesBack. */
final class LogItem {
    /** After all of them. */
    static final String LAST = "log#99999999";

    private LogItem() {}

    static String sortKey(long version) {
        return "log#%08d".formatted(version);
    }

    static Map<String, AttributeValue> write(String id, LogEntry entry) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS("event#" + id));
        item.put("sk", AttributeValue.fromS(sortKey(entry.version())));
        item.put("version", AttributeValue.fromN(Long.toString(entry.version())));
        item.put("at", AttributeValue.fromN(Long.toString(entry.at().toEpochMilli())));
        item.put("who", AttributeValue.fromS(entry.who()));
        item.put("action", AttributeValue.fromS(entry.action().name()));
        item.put("revision", AttributeValue.fromN(Integer.toString(entry.revision())));
        item.put("differences", AttributeValue.fromS(text(entry.differences())));
        item.put("note", AttributeValue.fromS(entry.note()));
        entry.batch()
                .ifPresent(
                        batch -> item.put(batch.takenBack() ? "takesBack" : "batch", AttributeValue.fromS(batch.id())));
        return item;
    }

    static LogEntry read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new LogEntry(
                item.number("version"),
                Instant.ofEpochMilli(item.number("at")),
                item.text("who"),
                Action.valueOf(item.text("action")),
                item.count("revision"),
                differences(item.text("differences")),
                item.optionalText("note").orElse(""),
                batch(item));
    }

    private static Optional<Batch> batch(Attributes item) {
        return item.optionalText("batch")
                .map(id -> new Batch(id, false))
                .or(() -> item.optionalText("takesBack").map(id -> new Batch(id, true)));
    }

    private static String text(List<Difference> differences) {
        var array = Json.mapper().createArrayNode();
        for (var difference : differences) {
            var node = array.addObject().put("pointer", difference.pointer());
            difference
                    .before()
                    .ifPresent(value -> node.set("before", Json.mapper().valueToTree(value)));
            difference
                    .after()
                    .ifPresent(value -> node.set("after", Json.mapper().valueToTree(value)));
        }
        return array.toString();
    }

    private static List<Difference> differences(String text) {
        try {
            var differences = new ArrayList<Difference>();
            for (var each : Json.read(text)) {
                differences.add(new Difference(
                        each.path("pointer").asText(), value(each.path("before")), value(each.path("after"))));
            }
            return differences;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Differences that are kept are not JSON", e);
        }
    }

    private static Optional<Object> value(JsonNode node) {
        return node.isMissingNode()
                ? Optional.empty()
                : Optional.ofNullable(Json.mapper().convertValue(node, Object.class));
    }
}
