package com.lifeverse.local.bus;

import java.io.IOException;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.event.ruler.Machine;

/** A pattern that events match or not, judged by the matcher that AWS itself publishes. */
public final class EventPattern {
    private final String text;
    private final Machine machine;

    private EventPattern(String text, Machine machine) {
        this.text = text;
        this.machine = machine;
    }

    /**
     * Reads a pattern from its literal text, which matters where a key occurs twice.
     *
     * @throws InvalidEventPatternException worded as EventBridge words it
     */
    public static EventPattern parse(String text) {
        var machine = Machine.builder().build();
        try {
            machine.addRule("pattern", text);
        } catch (IOException | RuntimeException e) {
            throw invalid(e);
        }
        return new EventPattern(text, machine);
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

    private static InvalidEventPatternException invalid(Exception cause) {
        var message = "Event pattern is not valid. Reason: " + cause.getMessage();
        return InvalidEventPatternException.builder()
                .message(message)
                .statusCode(400)
                .cause(cause)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("EventBridge")
                        .errorCode("InvalidEventPatternException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
