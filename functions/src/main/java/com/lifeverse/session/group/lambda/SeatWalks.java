package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.group.desk.NamedId;
import com.lifeverse.session.group.desk.SeatWalk;
import com.lifeverse.session.group.desk.SeatWalk.Kind;
import com.lifeverse.session.notice.NoticeEvents;
import com.lifeverse.session.preference.PreferenceEvents;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Walks through a player's groups as events begin them, and as they go on where one had to pause. */
final class SeatWalks {
    static final String PAUSED = "group.walk_paused.v1";
    private static final String PRODUCER = "session";

    private SeatWalks() {}

    /**
     * The walk that follows the event.
     *
     * @throws IllegalArgumentException if the event has no bearing on seats
     */
    static SeatWalk of(Envelope event) {
        var player = event.playerId();
        var session = text(event, "sessionId");
        return switch (event.type()) {
            case SessionEvents.ENDED -> new SeatWalk(Kind.ENDED, player, session, Optional.empty());
            case SessionEvents.RESUMED -> new SeatWalk(Kind.HANDED_OVER, player, session, Optional.empty());
            case NoticeEvents.CONNECTED -> new SeatWalk(Kind.CONNECTION, player, session, Optional.empty());
            case NoticeEvents.DISCONNECTED -> new SeatWalk(Kind.CONNECTION, player, session, Optional.of(event.time()));
            case PreferenceEvents.CHANGED ->
                new SeatWalk(Kind.WISHED, player, Optional.empty(), Optional.of(event.time()));
            case PAUSED ->
                new SeatWalk(
                        Kind.of(text(event, "because").orElseThrow()),
                        player,
                        session,
                        text(event, "at").map(Instant::parse),
                        text(event, "after"));
            default -> throw new IllegalArgumentException("An event " + event.type() + " has no bearing on seats");
        };
    }

    /** The event by which a walk goes on that has paused; the same pause gives the same event. */
    static Envelope paused(SeatWalk left, Envelope cause, Instant now) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("because", left.kind().slug());
        left.sessionId().ifPresent(session -> payload.put("sessionId", session));
        left.at().ifPresent(at -> payload.put("at", at.toString()));
        var after = left.after().orElseThrow();
        payload.put("after", after);
        var id = NamedId.of("evt_", PAUSED, cause.id(), after);
        return Envelope.first(id, PAUSED, now, left.playerId(), PRODUCER, payload);
    }

    private static Optional<String> text(Envelope event, String name) {
        return event.payload().get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
