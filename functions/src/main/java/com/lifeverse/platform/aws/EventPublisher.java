package com.lifeverse.platform.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;

/** Puts envelopes on the bus: source {@code lifeverse.PRODUCER}, detail-type = type, detail = the envelope. */
public final class EventPublisher {
    /** An event that the bus refuses however often it is told: it is malformed, or too large. */
    public static final class NeverAccepted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NeverAccepted(String message) {
            super(message);
        }
    }

    private static final Set<String> PERMANENT = Set.of("MalformedDetail", "InvalidArgument", "ValidationException");
    /** What one PutEvents request takes. */
    private static final int ENTRIES = 10;

    private final EventBridgeClient bus;
    private final String name;

    public EventPublisher(EventBridgeClient bus, String name) {
        this.bus = bus;
        this.name = name;
    }

    /**
     * Publishes all of them, ten a request. When it returns, the bus has every one.
     *
     * @throws NeverAccepted if the bus will never take one of them
     * @throws EventBridgeException if it did not take one now; those before it may be there, and may be told again
     */
    public void publish(List<? extends JsonNode> envelopes) {
        for (int from = 0; from < envelopes.size(); from += ENTRIES) {
            put(envelopes.subList(from, Math.min(envelopes.size(), from + ENTRIES)));
        }
    }

    private void put(List<? extends JsonNode> envelopes) {
        var entries = envelopes.stream().map(this::entry).toList();
        var response = bus.putEvents(request -> request.entries(entries));
        for (var entry : response.entries()) {
            if (entry.errorCode() != null) {
                throw refused(entry.errorCode(), entry.errorMessage());
            }
        }
    }

    private static RuntimeException refused(String code, String message) {
        var text = "The bus refused an event: " + code + " " + message;
        return PERMANENT.contains(code)
                ? new NeverAccepted(text)
                : EventBridgeException.builder()
                        .message(text)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage(message)
                                .build())
                        .statusCode(503)
                        .build();
    }

    private PutEventsRequestEntry entry(JsonNode envelope) {
        return PutEventsRequestEntry.builder()
                .eventBusName(name)
                .source("lifeverse." + envelope.path("producer").asText())
                .detailType(envelope.path("type").asText())
                .time(Instant.parse(envelope.path("time").asText()))
                .detail(envelope.toString())
                .build();
    }
}
