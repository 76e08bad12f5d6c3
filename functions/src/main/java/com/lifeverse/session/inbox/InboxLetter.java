package com.lifeverse.session.inbox;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.inbox.InboxMessage.Content;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Turns an event into the message that its player finds in the inbox. */
public final class InboxLetter {
    public static final String GRANT_MADE = "grant.made.v1";
    public static final String MESSAGE_REQUESTED = "message.requested.v1";
    private static final Pattern VERSION_7 =
            Pattern.compile("[a-z]+_([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})");

    private InboxLetter() {}

    /**
     * The message.
     *
     * @throws IllegalArgumentException if the event is of another type, or lacks what its schema demands
     */
    public static InboxMessage of(Envelope event) {
        var content = switch (event.type()) {
            case GRANT_MADE -> new Content.Grant(text(event, "grantId"), text(event, "item"), number(event, "amount"));
            case MESSAGE_REQUESTED -> new Content.Text(text(event, "message"));
            default -> throw new IllegalArgumentException("The inbox takes no " + event.type());
        };
        return new InboxMessage(messageId(event), event.playerId(), event.time(), text(event, "source"), content);
    }

    /**
     * The id follows from the event's id, so a second delivery is recognised, and it begins with a time, so that the newest
     * can be read first. The time must not differ between tellings of one event: it is taken from the event's own id, or
     * else from the nearest event that led to it, and only without either from the envelope. What one decision led to
     * has one time; there the tier puts it in order.
     */
    static String messageId(Envelope event) {
        if (event.id().isBlank()) {
            throw new IllegalArgumentException("An event without id cannot be told from its repetition");
        }
        var own = version7(event.id());
        if (own.isPresent()) {
            return "msg_" + own.get();
        }
        var chain = new ArrayList<>(event.causation());
        Collections.reverse(chain);
        long millis = chain.stream()
                .flatMap(id -> version7(id).stream())
                .findFirst()
                .map(id -> id.getMostSignificantBits() >>> 16)
                .orElse(event.time().toEpochMilli());
        var hash = ByteBuffer.wrap(Sha256.of(event.id()));
        return "msg_"
                + new UUID(
                        (millis << 16) | 0x7000L | (tier(event) & 0x0FFFL),
                        (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static long tier(Envelope event) {
        return event.payload().get("tier") instanceof Number tier ? tier.longValue() : 0;
    }

    private static Optional<UUID> version7(String id) {
        var matcher = VERSION_7.matcher(id);
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    private static String text(Envelope event, String name) {
        if (event.payload().get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new IllegalArgumentException(event.type() + " lacks the text " + name);
    }

    private static long number(Envelope event, String name) {
        if (event.payload().get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException(event.type() + " lacks the number " + name);
    }
}
