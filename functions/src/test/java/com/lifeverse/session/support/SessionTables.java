package com.lifeverse.session.support;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.identity.Identities;
import com.lifeverse.session.inbox.Inbox;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.signin.Players;
import java.util.List;

/** All ports of the session context over the same data, empty at first; what every contract suite runs on. */
public interface SessionTables {
    LiveSessions live();

    Players players();

    Identities identities();

    Inbox inbox();

    /** What the last write to the player's live item tells; empty if it tells nothing. */
    List<Envelope> told(String playerId);
}
