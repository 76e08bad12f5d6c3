package com.lifeverse.session.inbox;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.notice.NoticeEvents;
import java.nio.ByteBuffer;
import java.util.UUID;

/** That a message has arrived, for whoever tells players so. */
public final class InboxNotice {
    private static final String TOPIC = "inbox";

    private InboxNotice() {}

    /** The event; its id follows from the message's, so a message is told as one. */
    public static Envelope of(InboxMessage message) {
        var hash = ByteBuffer.wrap(Sha256.of("inbox-notice", message.id()));
        var id = new UUID(
                (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L,
                (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
        return NoticeEvents.announced("evt_" + id, message.playerId(), TOPIC, message.id(), message.sentAt());
    }
}
