package com.lifeverse.session.rights;

import java.util.Arrays;
import java.util.Optional;

/** Everything that is kept about a player, by the place where it is; what triggers and live events keep is listed here by name only. */
public enum Holding {
    PROFILE("players", "profile", "when the player was made, and the list of their identities"),
    IDENTITY(
            "players", "identity", "a way to sign in: the hash of a device's name or of an account, and of the secret"),
    INBOX_MESSAGE("players", "inbox-message", "a message or a grant in the inbox"),
    PREFERENCES("players", "preferences", "accessibility, cross-play and who sees presence"),
    PRECEDENCE("players", "precedence", "precedence in the login queue"),
    FRIEND("players", "friend", "a friend"),
    FRIEND_OF_OTHERS("players", "friend-of-others", "the player in a friend's list"),
    FRIEND_REQUEST("players", "friend-request", "somebody who asked the player"),
    FRIEND_REQUEST_ELSEWHERE("players", "friend-request-elsewhere", "the player among those who asked somebody"),
    BLOCK("players", "block", "somebody whom the player blocks"),
    BLOCK_ELSEWHERE("players", "block-elsewhere", "the player in a list of blocks"),
    HAND_OFF_CODE("players", "hand-off-code", "a code to go on elsewhere, good for a minute"),
    LIVE("live", "live-item", "the sessions that are alive, the last end, a ban"),
    HISTORY("history", "history-entry", "what happened to the player"),
    SESSION_HISTORY("history", "session-history-entry", "what happened to a session of theirs"),
    CONNECTION("notices", "connection", "a session's connection, or the ticket for one"),
    CONNECTION_NAME("notices", "connection-name", "the gateway's name of a connection"),
    PRESENCE("notices", "presence", "what the player said of how they are"),
    SEAT("groups", "seat", "a seat in a group"),
    FORMER_SEAT("groups", "former-seat", "a group that remembers the player"),
    EXPORT("exports", "export-part", "a part of an export"),
    TRIGGER_STATE("triggers", "trigger-state", "what a trigger has seen of the player"),
    GAME_PROFILE(
            "triggers", "game-profile", "what triggers know the player by: platform, region, level, tags, counters"),
    COUNTED("triggers", "counted-event", "that something has been counted, so that it is not again"),
    GRANT("triggers", "grant", "an entry of the ledger"),
    EXPOSURE("experiments", "exposure", "what an experiment of a live event showed the player"),
    PARTICIPATION("participations", "participation", "how far the player came in a live event, and what they claimed"),
    EVENT_PROFILE("participations", "event-profile", "what live events know the player by"),
    COUNTED_HAPPENING("participations", "counted-happening", "that a live event has counted something"),
    OTHER("", "other", "something else under the player's key");

    private final String store;
    private final String slug;
    private final String words;

    Holding(String store, String slug, String words) {
        this.store = store;
        this.slug = slug;
        this.words = words;
    }

    public String store() {
        return store;
    }

    public String slug() {
        return slug;
    }

    /** What it is, for a person. */
    public String words() {
        return words;
    }

    /** The holding of that name; empty if there is none. */
    public static Optional<Holding> of(String slug) {
        return Arrays.stream(values())
                .filter(holding -> holding.slug.equals(slug))
                .findFirst();
    }
}
