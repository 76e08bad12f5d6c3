package com.lifeverse.platform;

/**
 * The closed catalogue of what can go wrong for a caller (RFC 9457 problem types). The slug is the last part of the
 * problem's {@code type}, and also the error name in workflows, the reason in events and the dimension in metrics.
 */
public enum Problem {
    MALFORMED_JSON("malformed-json", "The body is not a JSON object", 400, false),
    INVALID_REQUEST("invalid-request", "The request does not fit the contract", 400, false),
    IDEMPOTENCY_KEY_REQUIRED(
            "idempotency-key-required", "This operation needs an Idempotency-Key, so that it is done once", 400, false),
    UNKNOWN_EVENT_TYPE("unknown-event-type", "There is no event type of this name", 400, false),
    WRONG_CREDENTIAL("wrong-credential", "The credential is not right", 401, false),
    INVALID_REFRESH_TOKEN(
            "invalid-refresh-token", "The refresh token is not one of ours, or not for this session", 401, false),
    REFRESH_TOKEN_REUSED(
            "refresh-token-reused", "The refresh token was used before; its session has ended", 401, false),
    REFRESH_TOKEN_EXPIRED("refresh-token-expired", "The refresh token is too old; sign in again", 401, false),
    SESSION_ENDED("session-ended", "The session has ended; sign in again", 401, false),
    INVALID_HAND_OFF_CODE(
            "invalid-hand-off-code", "The code is wrong, used, or older than a minute; ask for a new one", 401, false),
    INVALID_QUEUE_TICKET("invalid-queue-ticket", "The ticket is not one of ours, or not for this caller", 401, false),
    PLAYER_BANNED("player-banned", "The player may not play", 403, false),
    RECENT_SIGN_IN_REQUIRED(
            "recent-sign-in-required", "This needs a sign-in of a few minutes ago; sign in again", 403, false),
    CLIENT_TOO_OLD("client-too-old", "This version of the game is no longer served; update it", 403, false),
    PRODUCER_NOT_ALLOWED("producer-not-allowed", "This caller may not produce this event", 403, false),
    SECOND_PERSON_REQUIRED(
            "second-person-required", "Who wrote it does not approve it; this needs a second person", 403, false),
    AUTHOR_REQUIRED("author-required", "Only who handed it in may do this", 403, false),
    ROLE_REQUIRED("role-required", "This needs a staff role that the caller does not have", 403, false),
    NOT_GROUP_LEADER("not-group-leader", "Only the leader of the group may do this", 403, false),
    GROUP_NOT_JOINABLE("group-not-joinable", "The group does not let the caller in", 403, false),
    INVITATION_REFUSED("invitation-refused", "This player cannot be invited here", 403, false),
    ROUTE_NOT_FOUND("route-not-found", "There is nothing at this address for this method", 404, false),
    SESSION_NOT_FOUND("session-not-found", "The caller has no such session", 404, false),
    PLAYER_NOT_FOUND("player-not-found", "There is no such player", 404, false),
    GATE_NOT_FOUND("gate-not-found", "There is no such gate", 404, false),
    IDENTITY_NOT_FOUND("identity-not-found", "The player has no such identity", 404, false),
    DATA_REQUEST_NOT_FOUND("data-request-not-found", "The caller has no such request", 404, false),
    TRIGGER_NOT_FOUND("trigger-not-found", "There is no such trigger", 404, false),
    SCHEDULE_NOT_FOUND("schedule-not-found", "There is no such schedule", 404, false),
    PUBLICATION_NOT_FOUND("publication-not-found", "There is no such publication", 404, false),
    TRIGGERS_OVERTAKEN("triggers-overtaken", "Somebody else has changed what is in force", 409, false),
    DEAD_LETTER_NOT_FOUND("dead-letter-not-found", "There is no such dead letter", 404, false),
    WORKFLOW_NOT_FOUND("workflow-not-found", "There is no such workflow, or it keeps no runs", 404, false),
    RUN_NOT_FOUND("run-not-found", "There is no such run", 404, false),
    DEAD_LETTER_CHANGED("dead-letter-changed", "The dead letter is not what the caller has seen", 409, false),
    DEAD_LETTER_NOT_REDRIVABLE(
            "dead-letter-not-redrivable", "The dead letter cannot be handed back as it is", 409, false),
    RUN_MOVE_NOT_POSSIBLE("run-move-not-possible", "This cannot be done to a run of this workflow", 409, false),
    LIVE_EVENT_NOT_FOUND("live-event-not-found", "There is no such live event or revision", 404, false),
    COMPENSATION_NOT_FOUND("compensation-not-found", "There is no such compensation", 404, false),
    PARTICIPATION_NOT_FOUND("participation-not-found", "The player takes no part in it", 404, false),
    EXPERIMENT_NOT_FOUND("experiment-not-found", "No experiment of such a live event is going on", 404, false),
    CALENDAR_LINK_NOT_VALID("calendar-link-not-valid", "The link does not open the calendar", 403, false),
    TIMELINE_NOT_FOUND("timeline-not-found", "There is no such timeline", 404, false),
    GROUP_NOT_FOUND("group-not-found", "The caller has nothing to do with such a group", 404, false),
    NOT_A_MEMBER("not-a-member", "The group has no such member", 404, false),
    JOIN_CODE_NOT_FOUND("join-code-not-found", "No group has this join code", 404, false),
    BLOCKED_BY_CALLER("blocked-by-caller", "The caller has blocked this player", 409, false),
    LIST_FULL("list-full", "A list has no room for more", 409, false),
    SIGNED_IN_ELSEWHERE("signed-in-elsewhere", "The player has a session that goes on", 409, false),
    PLAYER_BEING_ERASED("player-being-erased", "The player's data is being erased", 409, true),
    IDENTITY_TAKEN("identity-taken", "The identity belongs to another player", 409, false),
    LAST_IDENTITY("last-identity", "It is the player's only identity; link another one first", 409, false),
    REQUEST_IN_PROGRESS(
            "request-in-progress", "The first request with this Idempotency-Key is still at work", 409, true),
    LIVE_EVENT_NOT_APPROVED("live-event-not-approved", "Nobody has approved this revision", 409, false),
    LIVE_EVENT_REVIEW_OVER("live-event-review-over", "Nobody asks about this revision any more", 409, false),
    COMPENSATION_CHANGED("compensation-changed", "The plan of this name is another one", 409, false),
    COMPENSATION_DECIDED("compensation-decided", "Nobody decides about this compensation any more", 409, false),
    LIVE_EVENT_NOT_OVER("live-event-not-over", "The occurrence is not over everywhere", 409, false),
    LIVE_EVENT_CONFLICTS("live-event-conflicts", "The event does not go with those that players have", 409, false),
    LIVE_EVENT_NOT_JOINABLE("live-event-not-joinable", "The event does not let the caller in", 409, false),
    TIER_NOT_REACHED("tier-not-reached", "The tier is not reached", 409, false),
    GROUP_FULL("group-full", "The group has no open seat", 409, false),
    TOO_MANY_GROUPS("too-many-groups", "The player is in as many groups as one may be in", 409, false),
    CROSS_PLAY_NOT_POSSIBLE(
            "cross-play-not-possible", "These players do not play together on these platforms", 409, false),
    ACCESSIBILITY_NOT_OFFERED("accessibility-not-offered", "The group lacks what the player needs", 409, false),
    MEMBER_MOVE_NOT_POSSIBLE("member-move-not-possible", "This cannot be done to a member in this state", 409, false),
    GROUP_HAS_LEADER("group-has-leader", "The group has a leader who is there", 409, false),
    GROUP_SETTING_NOT_OFFERED("group-setting-not-offered", "The template of the group does not offer this", 409, false),
    READY_CHECK_NOT_POSSIBLE("ready-check-not-possible", "The ready check cannot be asked or answered now", 409, false),
    EXPORT_EXPIRED("export-expired", "The export is not kept any more; ask for a new one", 410, false),
    LIVE_EVENT_OVER("live-event-over", "The occurrence is over, and nothing of it can be claimed", 410, false),
    GROUP_ENDED("group-ended", "The group has ended", 410, false),
    LIVE_EVENT_CHANGED("live-event-changed", "The event is not what the caller has seen", 412, false),
    GROUP_CHANGED("group-changed", "The group is not what the caller has seen", 412, false),
    BODY_TOO_LARGE("body-too-large", "The body is larger than this operation takes", 413, false),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", "The body must be application/json", 415, false),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", "This Idempotency-Key came with another body before", 422, false),
    PRECONDITION_REQUIRED("precondition-required", "Say which state the change is based on", 428, false),
    TOO_MANY_ATTEMPTS("too-many-attempts", "Too many of these in a short time; wait before the next", 429, true),
    UNEXPECTED("unexpected", "Something failed on our side", 500, false),
    TEMPORARILY_UNAVAILABLE("temporarily-unavailable", "A service we need does not answer; try again", 503, true),
    MAINTENANCE("maintenance", "The game is closed for maintenance", 503, true),
    REGION_DRAINING("region-draining", "The region takes no new sessions", 503, true),
    AT_CAPACITY("at-capacity", "The game is full at the moment; queue for a place", 503, true);

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
