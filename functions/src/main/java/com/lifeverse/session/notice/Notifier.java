package com.lifeverse.session.notice;

/** Reaches clients by their connections. Best effort: what is told so can also be learned by asking. */
public interface Notifier {
    /** Sends the notice; an outage is an exception. */
    Sent send(Connection connection, Notice notice);

    /** Ends a connection; one that is gone is fine. */
    void drop(String connectionId);

    /** What came of sending. */
    enum Sent {
        SENT,
        /** The gateway knows no such connection. */
        GONE
    }
}
