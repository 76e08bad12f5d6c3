package com.lifeverse.session.history;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.history.HistoryEntry.What;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A session as of some moment, told from what is known to have happened until then.
 *
 * @param state where it stood
 * @param why in plain words
 * @param entries what happened until then, in order
 */
public record SessionStory(State state, String why, List<HistoryEntry> entries) {
    /** Where a session stands. */
    public enum State {
        /** It had not started. */
        NOT_YET,
        ALIVE,
        ENDED
    }

    public SessionStory {
        entries = List.copyOf(entries);
    }

    /**
     * The story.
     *
     * @param all what happened to the session, in order; not empty
     * @param live the session as the live item has it, if the story is about now
     * @param asOf the moment
     */
    public static SessionStory of(List<HistoryEntry> all, Optional<Session> live, Instant asOf, SessionPolicy policy) {
        var until = all.stream().filter(entry -> !entry.at().isAfter(asOf)).toList();
        if (until.isEmpty()) {
            return new SessionStory(State.NOT_YET, "At " + asOf + " the session had not begun yet.", until);
        }
        var ended = until.reversed().stream()
                .filter(entry -> entry.what() instanceof What.Ended)
                .findFirst();
        return ended.map(entry -> new SessionStory(
                        State.ENDED, "It ended at %s. %s".formatted(entry.at(), PlainWords.of(entry)), until))
                .orElseGet(() -> going(until, live, asOf, policy));
    }

    private static SessionStory going(
            List<HistoryEntry> until, Optional<Session> live, Instant asOf, SessionPolicy policy) {
        var last = until.getLast();
        var words = "It was alive at %s. %s".formatted(asOf, PlainWords.of(last));
        if (live.isEmpty()) {
            return new SessionStory(State.ALIVE, words, until);
        }
        var session = live.get();
        var lease = policy.leaseUntil(session.renewAt());
        if (policy.lapsed(session, asOf)) {
            return new SessionStory(
                    State.ENDED,
                    "It ended at %s. %s"
                            .formatted(lease.expiresAt(), PlainWords.of(EndReason.LEASE_EXPIRED, Optional.empty())),
                    until);
        }
        return new SessionStory(
                State.ALIVE,
                "It is alive: the game was last heard from at %s, and has until %s."
                        .formatted(session.renewedAt(), lease.expiresAt()),
                until);
    }
}
