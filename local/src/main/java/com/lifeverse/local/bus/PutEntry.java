package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/**
 * One event as it is put on a bus. What is missing or wrong in it is that entry's own error, not the call's.
 *
 * @param bus name or ARN
 * @param time of the event; without one, when it is put
 */
public record PutEntry(
        String bus,
        Optional<String> source,
        Optional<String> detailType,
        Optional<String> detail,
        List<String> resources,
        Optional<Instant> time) {

    /** What is wrong with an entry, in EventBridge's words. */
    public record Fault(String code, String message) {}

    public PutEntry {
        resources = List.copyOf(resources);
        bus = bus.substring(bus.lastIndexOf('/') + 1);
    }

    /** An entry of the SDK. */
    public static PutEntry of(PutEventsRequestEntry entry) {
        return new PutEntry(
                Optional.ofNullable(entry.eventBusName()).orElse(EventRule.DEFAULT_BUS),
                Optional.ofNullable(entry.source()),
                Optional.ofNullable(entry.detailType()),
                Optional.ofNullable(entry.detail()),
                entry.resources(),
                Optional.ofNullable(entry.time()));
    }

    /** An entry of a workflow, whose {@code Detail} is an object or JSON text. */
    public static PutEntry of(JsonNode entry) {
        var resources = new ArrayList<String>();
        entry.path("Resources").forEach(resource -> resources.add(resource.asText()));
        var detail = entry.path("Detail");
        return new PutEntry(
                entry.path("EventBusName").asText(EventRule.DEFAULT_BUS),
                text(entry.path("Source")),
                text(entry.path("DetailType")),
                detail.isContainerNode() ? Optional.of(Json.text(detail)) : text(detail),
                resources,
                text(entry.path("Time")).map(Instant::parse));
    }

    /** What EventBridge would refuse this entry for. */
    public Optional<Fault> fault() {
        if (source.filter(s -> !s.isEmpty()).isEmpty()) {
            return Optional.of(missing("Source"));
        }
        if (source.get().startsWith("aws.")) {
            return Optional.of(new Fault("NotAuthorizedForSourceException", "Not authorized for the source."));
        }
        if (detailType.filter(s -> !s.isEmpty()).isEmpty()) {
            return Optional.of(missing("DetailType"));
        }
        if (detail.filter(s -> !s.isEmpty()).isEmpty()) {
            return Optional.of(missing("Detail"));
        }
        boolean isObject =
                detail.flatMap(Json::parse).filter(JsonNode::isObject).isPresent();
        return isObject ? Optional.empty() : Optional.of(new Fault("MalformedDetail", "Detail is malformed."));
    }

    /** Bytes as EventBridge counts them towards the limit of a call. */
    public int bytes() {
        int bytes = time.isPresent() ? 14 : 0;
        for (var text : List.of(source.orElse(""), detailType.orElse(""), detail.orElse(""))) {
            bytes += utf8(text);
        }
        return bytes + resources.stream().mapToInt(PutEntry::utf8).sum();
    }

    /** The event that rules see. Only for an entry without {@link #fault}. */
    ObjectNode event(String id, Instant now) {
        var event = Json.object()
                .put("version", "0")
                .put("id", id)
                .put("detail-type", detailType.orElseThrow())
                .put("source", source.orElseThrow())
                .put("account", Cloud.ACCOUNT)
                .put("time", time.orElse(now).truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", Cloud.REGION);
        var listed = event.putArray("resources");
        resources.forEach(listed::add);
        event.set("detail", Json.read(detail.orElseThrow()));
        return event;
    }

    private static Fault missing(String parameter) {
        return new Fault(
                "InvalidArgument",
                "Parameter %s is not valid. Reason: %s is a required argument.".formatted(parameter, parameter));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
