package com.lifeverse.platform;

/**
 * The closed catalogue of what can go wrong for a caller (RFC 9457 problem types). The slug is the last part of the
 * problem's {@code type}, and also the error name in workflows, the reason in events and the dimension in metrics.
 */
public enum Problem {
    MALFORMED_JSON("malformed-json", "The body is not a JSON object", 400, false),
    INVALID_REQUEST("invalid-request", "The request does not fit the contract", 400, false),
    UNKNOWN_EVENT_TYPE("unknown-event-type", "There is no event type of this name", 400, false),
    WRONG_CREDENTIAL("wrong-credential", "The credential is not right", 401, false),
    INVALID_REFRESH_TOKEN(
            "invalid-refresh-token", "The refresh token is not one of ours, or not for this session", 401, false),
    REFRESH_TOKEN_REUSED(
            "refresh-token-reused", "The refresh token was used before; its session has ended", 401, false),
    REFRESH_TOKEN_EXPIRED("refresh-token-expired", "The refresh token is too old; sign in again", 401, false),
    SESSION_ENDED("session-ended", "The session has ended; sign in again", 401, false),
    PRODUCER_NOT_ALLOWED("producer-not-allowed", "This caller may not produce this event", 403, false),
    ROLE_REQUIRED("role-required", "This needs a staff role that the caller does not have", 403, false),
    ROUTE_NOT_FOUND("route-not-found", "There is nothing at this address for this method", 404, false),
    SESSION_NOT_FOUND("session-not-found", "The caller has no such session", 404, false),
    PLAYER_NOT_FOUND("player-not-found", "There is no such player", 404, false),
    TRIGGER_NOT_FOUND("trigger-not-found", "There is no such trigger", 404, false),
    BLOCKED_BY_CALLER("blocked-by-caller", "The caller has blocked this player", 409, false),
    LIST_FULL("list-full", "A list has no room for more", 409, false),
    BODY_TOO_LARGE("body-too-large", "The body is larger than this operation takes", 413, false),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body must be application/json", 415, false),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", "This Idempotency-Key came with another body before", 422, false),
    PRECONDITION_REQUIRED("precondition-required", "Say which state the change is based on", 428, false),
    UNEXPECTED("unexpected", "Something failed on our side", 500, false),
    TEMPORARILY_UNAVAILABLE("temporarily-unavailable", "A service we need does not answer; try again", 503, true);

    private final String slug;
    private final String title;
    private final int status;
    private final boolean retryable;

    Problem(String slug, String title, int status, boolean retryable) {
        this.slug = slug;
        this.title = title;
        this.status = status;
        this.retryable = retryable;
    }

    /** Lower-case words joined by hyphens; stable, part of the contract. */
    public String slug() {
        return slug;
    }

    /** One sentence, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** True if the same request may succeed later, unchanged. */
    public boolean retryable() {
        return retryable;
    }
}
