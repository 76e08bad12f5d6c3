package com.lifeverse.local.http.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.http.message.Response;
import java.util.Optional;

/** What authorization says of a request. */
public sealed interface Verdict {
    /** The request may pass; what the function is told of the caller, if there is something to tell. */
    record Granted(Optional<ObjectNode> authorizer) implements Verdict {}

    /** The request is refused with that response, and no function runs. */
    record Refused(Response response) implements Verdict {}

    /** A route that is open to everybody. */
    static Verdict open() {
        return new Granted(Optional.empty());
    }
}
