package com.lifeverse.session.inbox;

import com.lifeverse.session.SessionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads a player's inbox page by page, newest first. Messages beyond their life are left out, swept away or not. */
public final class ReadInbox {
    /**
     * A page.
     *
     * @param cursor for the next page; empty on the last
     */
    public record Page(List<InboxMessage> messages, Optional<String> cursor) {
        public Page {
            messages = List.copyOf(messages);
        }
    }

    private final Inbox inbox;
    private final SessionPolicy policy;

    public ReadInbox(Inbox inbox, SessionPolicy policy) {
        this.inbox = inbox;
        this.policy = policy;
    }

    /** The page behind the message {@code before}, or the first one; at most {@code limit} messages. */
    public Page read(String playerId, Optional<String> before, int limit, Instant now) {
        // One more than asked for tells whether there is a next page.
        var found = inbox.newest(playerId, before, limit + 1);
        var living = found.stream()
                .filter(message -> message.sentAt().isAfter(now.minus(policy.inboxLife())))
                .toList();
        var shown = living.subList(0, Math.min(limit, living.size()));
        var cursor = living.size() > limit
                ? Optional.of(InboxCursor.behind(playerId, shown.getLast().id()))
                : Optional.<String>empty();
        return new Page(shown, cursor);
    }
}
