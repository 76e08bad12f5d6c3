package com.lifeverse.session.inbox;

import com.lifeverse.session.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ended, for the caller to hand back. It is bound to the player, so another's is refused rather than misread; it
 * is no secret, since a read is confined to the caller's own inbox anyway.
 */
public final class InboxCursor {
    private InboxCursor() {}

    /** The cursor behind that message. */
    public static String behind(String playerId, String messageId) {
        var text = messageId + "." + binding(playerId, messageId);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The message that the page ended with; empty if we did not make the cursor for this player. */
    public static Optional<String> read(String playerId, String cursor) {
        var text = decode(cursor);
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var messageId = text.substring(0, dot);
        return text.substring(dot + 1).equals(binding(playerId, messageId)) ? Optional.of(messageId) : Optional.empty();
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            // Not base64url, so not ours; the caller of read hears of it.
            return "";
        }
    }

    private static String binding(String playerId, String messageId) {
        return Sha256.brief("inbox-cursor", playerId, messageId);
    }
}
