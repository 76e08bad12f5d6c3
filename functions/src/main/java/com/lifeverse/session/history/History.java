package com.lifeverse.session.history;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;

/** What happened to sessions, for as long as it is kept; written some seconds after it happened. */
public interface History {
    /** Keeps what an event told, under its session and its player: a write unit each. Keeping it again changes nothing. */
    void keep(Envelope event, Instant until);

    /** What happened to a session, in order: one query of at most {@code most} entries. */
    List<HistoryEntry> ofSession(String sessionId, int most);

    /** What happened to a player's sessions, the latest first: one query of at most {@code most} entries. */
    List<HistoryEntry> ofPlayer(String playerId, int most);
}
