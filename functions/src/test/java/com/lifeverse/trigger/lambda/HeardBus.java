package com.lifeverse.trigger.lambda;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** A bus that remembers what was put on it. */
final class HeardBus implements EventBridgeClient {
    private final List<PutEventsRequestEntry> heard = new ArrayList<>();
    private boolean away;
    private String refusal = "";

    /** From now on, it does not answer. */
    void goAway() {
        away = true;
    }

    /** From now on, it refuses every entry with this code. */
    void refuse(String code) {
        refusal = code;
    }

    List<PutEventsRequestEntry> heard() {
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
        if (!refusal.isEmpty()) {
            return PutEventsResponse.builder()
                    .failedEntryCount(1)
                    .entries(PutEventsResultEntry.builder()
                            .errorCode(refusal)
                            .errorMessage("refused")
                            .build())
                    .build();
        }
        heard.addAll(request.entries());
        return PutEventsResponse.builder()
                .failedEntryCount(0)
                .entries(request.entries().stream()
                        .map(_ -> PutEventsResultEntry.builder().eventId("1").build())
                        .toList())
                .build();
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
