package com.lifeverse.local.push;

import com.lifeverse.local.http.message.Response;

/** What came of a client's wish to connect. */
public sealed interface Opening {
    /** It is connected. */
    record Opened(Connection connection) implements Opening {}

    /** It is not, and hears so as the answer to its handshake. */
    record Refused(Response response) implements Opening {}
}
