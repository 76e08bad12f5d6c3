package com.lifeverse.session.history;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.SessionEvents;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Something that happened to a player's sessions.
 *
 * @param eventId of the event that told it
 * @param sessionId empty if it is about all of them
 */
public record HistoryEntry(Instant at, String eventId, String playerId, Optional<String> sessionId, What what) {
    /** As it happened; of what one write did in one millisecond, a session begins before one ends. */
    public static final Comparator<HistoryEntry> ORDER = Comparator.comparing(HistoryEntry::at)
            .thenComparingInt(entry -> entry.what().rank());

    /** What it was. */
    public sealed interface What {
        /** Which comes first of what bears the same time. */
        private int rank() {
            return switch (this) {
                case Started _ -> 0;
                case Resumed _ -> 1;
                case Pardoned _ -> 2;
                case RefreshReused _ -> 3;
                case Revoked _ -> 4;
                case Ended _ -> 5;
            };
        }

        record Started(Platform platform, String clientVersion, boolean newPlayer) implements What {}

        record Resumed(Platform platform, Platform previous) implements What {}

        record Ended(Platform platform, EndReason reason, Optional<Platform> by) implements What {}

        record RefreshReused() implements What {}

        record Revoked(EndReason reason, Optional<Instant> until) implements What {}

        record Pardoned() implements What {}
    }

    /**
     * What an event of ours tells; empty if it is of a type that no history keeps.
     *
     * @throws IllegalArgumentException if it does not fit its schema
     */
    public static Optional<HistoryEntry> of(Envelope event) {
        return what(event)
                .map(what -> new HistoryEntry(
                        event.time(),
                        event.id(),
                        event.playerId(),
                        Optional.ofNullable(event.payload().get("sessionId")).map(Object::toString),
                        what));
    }

    private static Optional<What> what(Envelope event) {
        var payload = new Payload(event.payload());
        return switch (event.type()) {
            case SessionEvents.STARTED ->
                Optional.of(new What.Started(
                        payload.platform("platform"), payload.text("clientVersion"), payload.isTrue("newPlayer")));
            case SessionEvents.RESUMED ->
                Optional.of(new What.Resumed(payload.platform("platform"), payload.platform("previousPlatform")));
            case SessionEvents.ENDED ->
                Optional.of(new What.Ended(
                        payload.platform("platform"),
                        payload.reason(),
                        payload.optional("by").map(Platform::of)));
            case SessionEvents.REFRESH_REUSED -> Optional.of(new What.RefreshReused());
            case SessionEvents.REVOKED ->
                Optional.of(new What.Revoked(
                        payload.reason(), payload.optional("until").map(Instant::parse)));
            case SessionEvents.PARDONED -> Optional.of(new What.Pardoned());
            default -> Optional.empty();
        };
    }

    private record Payload(Map<String, Object> values) {
        Optional<String> optional(String name) {
            return Optional.ofNullable(values.get(name)).map(Object::toString);
        }

        String text(String name) {
            return optional(name).orElseThrow(() -> new IllegalArgumentException("The payload lacks " + name));
        }

        Platform platform(String name) {
            return Platform.of(text(name));
        }

        EndReason reason() {
            return EndReason.of(text("reason"))
                    .orElseThrow(() -> new IllegalArgumentException("There is no reason " + text("reason")));
        }

        boolean isTrue(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }
    }
}
