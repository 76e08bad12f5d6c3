package com.lifeverse.local.simulate.firstlight;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * What the bus was told, the ledger was given and the trigger engine has decided on, as it really was. An event told twice under one id is
 * told once; under two ids it is two events.
 */
final class Journal {
    private static final String FIRED = "trigger.fired.v1";
    private static final String GRANTED = "grant.made.v1";
    private static final String STARTED = "session.started.v1";
    private static final String GRANT = "grant#";
    private static final String ENDED = "session.ended.v1";

    private final Stage stage;
    private final Map<String, Set<String>> told = new TreeMap<>();
    private final Set<String> written = new HashSet<>();
    private final List<Violation> rewritten = new ArrayList<>();
    private final Set<String> evaluated = new HashSet<>();

    Journal(Stage stage) {
        this.stage = stage;
        stage.witness(this::saw);
    }

    /** The ids of the decisions that were told for that occurrence. */
    Set<String> fired(String player, String trigger, String occurrence) {
        return told(FIRED, player + " " + trigger + " " + occurrence);
    }

    Set<String> granted(String grant) {
        return told(GRANTED, grant);
    }

    Set<String> started(String session) {
        return told(STARTED, session);
    }

    Set<String> ended(String session) {
        return told(ENDED, session);
    }

    /** True if the engine has taken that event for good. */
    boolean evaluated(String event) {
        return evaluated.contains(event);
    }

    /** Whatever was told under more than one id, with the ids. */
    Map<String, Set<String>> toldTwice() {
        var twice = new TreeMap<>(told);
        twice.values().removeIf(ids -> ids.size() < 2);
        return twice;
    }

    /** The entries of the ledger that were written again. */
    List<Violation> rewritten() {
        return List.copyOf(rewritten);
    }

    private Set<String> told(String type, String about) {
        return told.getOrDefault(type + " " + about, Set.of());
    }

    private void saw(Crossing crossing, Object result) {
        if (crossing.request() instanceof PutEventsRequest put && result instanceof PutEventsResponse response) {
            for (int i = 0; i < put.entries().size(); i++) {
                if (response.entries().get(i).errorCode() == null) {
                    tell(Calls.json(put.entries().get(i).detail()));
                }
            }
        } else if (crossing.request() instanceof PutItemRequest put
                && text(put, "sk").startsWith(GRANT)) {
            write(text(put, "playerId") + " " + text(put, "sk"));
        } else if (crossing.to().contains("TriggerEngine") && result instanceof Functions.Answer answer) {
            evaluate(Calls.json(crossing.request().toString()), answer);
        }
    }

    private void write(String entry) {
        if (!written.add(entry)) {
            rewritten.add(new Violation("ledger-written-once", stage.step(), entry + " was written again"));
        }
    }

    private static String text(PutItemRequest put, String attribute) {
        var value = put.item().get(attribute);
        return value == null || value.s() == null ? "" : value.s();
    }

    private void tell(JsonNode event) {
        var payload = event.path("payload");
        var about = switch (event.path("type").asText()) {
            case FIRED ->
                "%s %s %s"
                        .formatted(
                                event.path("playerId").asText(),
                                payload.path("trigger").asText(),
                                payload.path("occurrence").asText());
            case GRANTED -> payload.path("grantId").asText();
            case STARTED, ENDED -> payload.path("sessionId").asText();
            default -> "";
        };
        if (!about.isEmpty()) {
            told.computeIfAbsent(event.path("type").asText() + " " + about, _ -> new TreeSet<>())
                    .add(event.path("id").asText());
        }
    }

    private void evaluate(JsonNode batch, Functions.Answer answer) {
        if (answer.functionError().isPresent()) {
            return;
        }
        var failed = new HashSet<>(Calls.json(answer.payload()).findValuesAsText("itemIdentifier"));
        for (var record : batch.path("Records")) {
            if (!failed.contains(record.path("messageId").asText())) {
                evaluated.add(Calls.json(record.path("body").asText())
                        .at("/detail/id")
                        .asText());
            }
        }
    }
}
