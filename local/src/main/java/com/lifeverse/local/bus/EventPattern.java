package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.platform.pattern.PatternReading;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.event.ruler.Machine;

/** A pattern that events match or not, judged by the matcher that AWS itself publishes. */
public final class EventPattern {
    private static final List<String> EVERY_EVENT = List.of("id", "source", "detail-type", "account", "region", "time");

    private static final String INVALID = "InvalidEventPatternException";

    private final String text;
    private final Machine machine;

    private EventPattern(String text, Machine machine) {
        this.text = text;
        this.machine = machine;
    }

    /**
     * Reads a pattern from its literal text, which matters where a key occurs twice.
     *
     * @throws AwsServiceException InvalidEventPatternException, worded as EventBridge words it
     */
    public static EventPattern parse(String text) {
        return switch (PatternReading.of(text)) {
            case PatternReading.Taken(var machine) -> new EventPattern(text, machine);
            case PatternReading.Refused(var reason) ->
                throw refused(INVALID, "Event pattern is not valid. Reason: " + reason);
        };
    }

    /**
     * Whether an event matches a pattern, both as literal texts: what TestEventPattern answers.
     *
     * @throws AwsServiceException for a pattern that is none, or an event that lacks what every event has
     */
    public static boolean test(String pattern, String event) {
        var parsed = parse(pattern);
        if (Json.parse(event).filter(EventPattern::isEvent).isEmpty()) {
            throw refused("ValidationException", "Parameter Event is not valid.");
        }
        return parsed.matches(event);
    }

    private static boolean isEvent(JsonNode event) {
        return event.isObject() && EVERY_EVENT.stream().allMatch(event::has);
    }

    private static AwsServiceException refused(String code, String message) {
        var refusal = code.equals(INVALID) ? InvalidEventPatternException.builder() : EventBridgeException.builder();
        return refusal.message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("EventBridge")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    public String text() {
        return text;
    }

    /** True if the event, as JSON text, matches. */
    public boolean matches(String event) {
        return !matching(machine, event).isEmpty();
    }

    /** The names of a machine's rules that match; one checked exception less. */
    static List<String> matching(Machine machine, String event) {
        try {
            return machine.rulesForJSONEvent(event);
        } catch (Exception e) {
            throw new IllegalArgumentException("The matcher cannot read the event: " + event, e);
        }
    }
}
