package com.lifeverse.platform.support;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** A bus that remembers what was put on it. */
public final class HeardBus implements EventBridgeClient {
    private final List<PutEventsRequestEntry> heard = new ArrayList<>();
    private boolean away;
    private String refusal = "";
    private String refused = "";

    /** From now on, it does not answer. */
    public void goAway() {
        away = true;
    }

    /** From now on, it refuses every entry with this code. */
    public void refuse(String code) {
        refuse(code, "");
    }

    /** From now on, it refuses every entry whose detail has this word, and no other. */
    public void refuse(String code, String word) {
        refusal = code;
        refused = word;
    }

    /** From now on, it takes everything. */
    public void recover() {
        away = false;
        refusal = "";
    }

    public List<PutEventsRequestEntry> heard() {
        return List.copyOf(heard);
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        if (away) {
            throw EventBridgeException.builder()
                    .message("Service unavailable")
                    .statusCode(503)
                    .build();
        }
        var results = request.entries().stream().map(this::put).toList();
        return PutEventsResponse.builder()
                .failedEntryCount((int) results.stream()
                        .filter(result -> result.errorCode() != null)
                        .count())
                .entries(results)
                .build();
    }

    private PutEventsResultEntry put(PutEventsRequestEntry entry) {
        if (!refusal.isEmpty() && entry.detail().contains(refused)) {
            return PutEventsResultEntry.builder()
                    .errorCode(refusal)
                    .errorMessage("refused")
                    .build();
        }
        heard.add(entry);
        return PutEventsResultEntry.builder().eventId("1").build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
