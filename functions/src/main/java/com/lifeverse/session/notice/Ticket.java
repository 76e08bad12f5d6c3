package com.lifeverse.session.notice;

import com.lifeverse.session.Sha256;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Opens one connection, once. A browser cannot send headers with a WebSocket's handshake, and an access token has no business
 * in a URL, so this stands in for it there. The table keeps only a hash.
 *
 * @param generation of the session, as the access token had it that the ticket stands in for
 */
public record Ticket(String playerId, String sessionId, long generation, String secret) {
    private static final Pattern FORM =
            Pattern.compile("(ply_[0-9a-f-]{36})\\.(ses_[0-9a-f-]{36})\\.([0-9]{1,18})\\.([0-9a-f]{64})");

    /** A new ticket; two ids have 148 random bits. */
    static Ticket fresh(String playerId, String sessionId, long generation, Supplier<UUID> ids) {
        var secret = (ids.get().toString() + ids.get()).replace("-", "");
        return new Ticket(playerId, sessionId, generation, secret);
    }

    /** What a text says, if it has the form of a ticket; whether it is one, the table knows. */
    public static Optional<Ticket> read(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Ticket(
                        matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3)), matcher.group(4)))
                : Optional.empty();
    }

    /** The text that the client hands in. */
    public String text() {
        return String.join(".", playerId, sessionId, Long.toString(generation), secret);
    }

    /** What is kept of it. */
    public String hash() {
        return Sha256.brief("notice-ticket", playerId, sessionId, Long.toString(generation), secret);
    }

    @Override
    public String toString() {
        return "Ticket[" + sessionId + "]";
    }
}
