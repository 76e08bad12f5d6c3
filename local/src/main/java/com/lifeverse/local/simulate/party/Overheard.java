package com.lifeverse.local.simulate.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.client.Calls;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** What really went to the tables and to the bus, of groups: the items that were put, the pointers that there are, and the events. */
final class Overheard {
    private static final String POINTER = "member#";

    private final Consumer<Map<String, AttributeValue>> written;
    private final Function<JsonNode, String> subject;
    private final Set<String> pointers = new TreeSet<>();
    private final Map<String, Set<String>> told = new TreeMap<>();

    private Overheard(Consumer<Map<String, AttributeValue>> written, Function<JsonNode, String> subject) {
        this.written = written;
        this.subject = subject;
    }

    /**
     * From now on.
     *
     * @param written gets each item that is put, but for pointers
     * @param subject what an event is about; empty if it does not matter
     */
    static Overheard on(
            Stage stage, Consumer<Map<String, AttributeValue>> written, Function<JsonNode, String> subject) {
        var overheard = new Overheard(written, subject);
        stage.witness(overheard::saw);
        return overheard;
    }

    /** True if the player's own items point to that group at the moment. */
    boolean points(String player, String groupId) {
        return pointers.contains(player + " " + groupId);
    }

    /** The ids of the events of that type about that. */
    Set<String> told(String type, String about) {
        return told.getOrDefault(type + " " + about, Set.of());
    }

    /** The attribute's text; empty if it is not there. */
    static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    /** The attribute's number; 0 if it is not there. */
    static long number(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
    }

    private void saw(Crossing crossing, Object result) {
        if (crossing.request() instanceof PutItemRequest put) {
            if (text(put.item(), "sk").startsWith(POINTER)) {
                pointers.add(pointer(put.item()));
            } else {
                written.accept(put.item());
            }
        } else if (crossing.request() instanceof DeleteItemRequest delete) {
            pointers.remove(pointer(delete.key()));
        } else if (crossing.request() instanceof PutEventsRequest put && result instanceof PutEventsResponse response) {
            for (int i = 0; i < put.entries().size(); i++) {
                if (response.entries().get(i).errorCode() == null) {
                    tell(Calls.json(put.entries().get(i).detail()));
                }
            }
        }
    }

    private void tell(JsonNode event) {
        var about = subject.apply(event);
        if (!about.isEmpty()) {
            told.computeIfAbsent(event.path("type").asText() + " " + about, _ -> new TreeSet<>())
                    .add(event.path("id").asText());
        }
    }

    private static String pointer(Map<String, AttributeValue> key) {
        return text(key, "pk") + " " + text(key, "sk").replace(POINTER, "");
    }
}
