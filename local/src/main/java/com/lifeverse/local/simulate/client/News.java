package com.lifeverse.local.simulate.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/** What the bus was told, as it really was. An event told twice under one id is told once; under two ids it is two events. */
public final class News {
    private final Map<String, JsonNode> told = new LinkedHashMap<>();

    /** Hears everything from now on. */
    public News(Stage stage) {
        stage.witness(this::saw);
    }

    /** The events of that type about which {@code about} holds. */
    public List<JsonNode> of(String type, Predicate<JsonNode> about) {
        return told.values().stream()
                .filter(event -> event.path("type").asText().equals(type))
                .filter(about)
                .toList();
    }

    /** The events of that type about a session. */
    public List<JsonNode> ofSession(String type, String session) {
        return of(type, event -> event.at("/payload/sessionId").asText().equals(session));
    }

    private void saw(Crossing crossing, Object result) {
        if (crossing.request() instanceof PutEventsRequest put && result instanceof PutEventsResponse response) {
            for (int i = 0; i < put.entries().size(); i++) {
                if (response.entries().get(i).errorCode() == null) {
                    var event = Calls.json(put.entries().get(i).detail());
                    told.putIfAbsent(event.path("id").asText(), event);
                }
            }
        }
    }
}
