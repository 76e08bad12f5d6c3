package com.lifeverse.local.push;

/** The client at the other end of a connection, as the gateway reaches it. Neither method throws. */
public interface Peer {
    /** Sends a text. */
    void text(String message);

    /** Ends the connection with a status of RFC 6455, section 7.4. */
    void close(int status, String reason);
}
