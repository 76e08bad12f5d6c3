package com.lifeverse.trigger.spec;

import com.lifeverse.platform.Envelope;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A place in an event, such as {@code payload.matchId} or {@code deduplicationId}.
 *
 * @param path steps joined by dots, the first a member of the envelope
 */
public record EventField(String path) {
    private static final Pattern FORM =
            Pattern.compile("(deduplicationId|eventGroupId|correlationId|playerId|payload(\\.[A-Za-z][A-Za-z0-9]*)+)");
    private static final String PAYLOAD = "payload.";

    /** What EventBridge puts around an event's envelope, but for the envelope itself. */
    public static final Set<String> AROUND =
            Set.of("version", "id", "detail-type", "source", "account", "time", "region", "resources", "replay-name");

    public EventField {
        if (!FORM.matcher(path).matches()) {
            throw new IllegalArgumentException("An event has no such field: " + path);
        }
    }

    /** What an event has there, in its text form; empty if it has nothing, or something with parts. */
    public Optional<String> in(Envelope event) {
        return switch (path) {
            case "deduplicationId" -> Optional.of(event.deduplicationId());
            case "eventGroupId" -> Optional.of(event.eventGroupId());
            case "correlationId" -> Optional.of(event.correlationId());
            case "playerId" -> Optional.of(event.playerId());
            default -> inPayload(event.payload());
        };
    }

    private Optional<String> inPayload(Map<String, Object> payload) {
        Object at = payload;
        for (var step : path.substring(PAYLOAD.length()).split("\\.", -1)) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at instanceof String || at instanceof Number || at instanceof Boolean
                ? Optional.of(at.toString())
                : Optional.empty();
    }
}
