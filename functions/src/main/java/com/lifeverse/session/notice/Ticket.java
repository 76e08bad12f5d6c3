package com.lifeverse.session.notice;

import com.lifeverse.session.Sha256;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Opens one connection, once. A browser cannot send headers with a WebSocket's handshake, and an access token has no business
 * in a URL, so this stands in for it there. The table keeps only a hash.
 */
public record Ticket(String playerId, String sessionId, String secret) {
    private static final Pattern FORM = Pattern.compile("(ply_[0-9a-f-]{36})\\.(ses_[0-9a-f-]{36})\\.([0-9a-f]{64})");

    /** A new ticket; two ids have 148 random bits. */
    static Ticket fresh(String playerId, String sessionId, Supplier<UUID> ids) {
        var secret = (ids.get().toString() + ids.get()).replace("-", "");
        return new Ticket(playerId, sessionId, secret);
    }

    /** What a text says, if it has the form of a ticket; whether it is one, the table knows. */
    public static Optional<Ticket> read(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Ticket(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /** The text that the client hands in. */
    public String text() {
        return String.join(".", playerId, sessionId, secret);
    }

    /** What is kept of it. */
    public String hash() {
        return Sha256.brief("notice-ticket", playerId, sessionId, secret);
    }

    @Override
    public String toString() {
        return "Ticket[" + sessionId + "]";
    }
}
