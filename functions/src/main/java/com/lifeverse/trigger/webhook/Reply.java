package com.lifeverse.trigger.webhook;

/** What came of one attempt to deliver a message. */
public sealed interface Reply {
    /** It was taken. */
    record Delivered(int status) implements Reply {}

    /** It must not be sent there, or will never be taken there: no later attempt would be another. */
    record Refused(String reason) implements Reply {}

    /** It may be taken another time. */
    record Failed(String reason) implements Reply {}

    /** What an HTTP status says of a message. */
    static Reply of(int status) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        if (status >= 300 && status < 400) {
            // Where it leads was not entered by anybody, and is perhaps inside.
            return new Refused("redirects, and redirects are not followed: " + status);
        }
        return status == 410 ? new Refused("is gone: 410") : new Failed("answered " + status);
    }
}
