package com.lifeverse.session.inbox;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.notice.NoticeEvents;

/** That a message has arrived, for whoever tells players so. */
public final class InboxNotice {
    private static final String TOPIC = "inbox";

    private InboxNotice() {}

    /** The event; its id follows from the message's, so a message is told as one. */
    public static Envelope of(InboxMessage message) {
        var id = Sha256.uuid("inbox-notice", message.id());
        return NoticeEvents.announced("evt_" + id, message.playerId(), TOPIC, message.id(), message.sentAt());
    }
}
