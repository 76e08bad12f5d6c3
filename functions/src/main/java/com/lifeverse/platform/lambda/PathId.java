package com.lifeverse.platform.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ids that stand in paths, in the forms that the contract gives them. What has another form names nothing, and is answered like
 * an id that nobody has: no function and no table sees it.
 */
enum PathId {
    // One that follows from an Idempotency-Key is of version 8.
    SESSION("sid", uuid("ses", "[78]"), Problem.SESSION_NOT_FOUND),
    PLAYER("playerId", uuid("ply", "7"), Problem.PLAYER_NOT_FOUND),
    OTHER("pid", uuid("ply", "7"), Problem.PLAYER_NOT_FOUND),
    GROUP("gid", uuid("grp", "[78]"), Problem.GROUP_NOT_FOUND),
    IDENTITY("identityId", "[A-Za-z0-9_-]{22}", Problem.IDENTITY_NOT_FOUND),
    REQUEST("requestId", uuid("drq", "7"), Problem.DATA_REQUEST_NOT_FOUND),
    PART("part", "[a-z]{1,16}(-[0-9]{1,4})?", Problem.DATA_REQUEST_NOT_FOUND),
    GATE("gate", "(maintenance|minimum-versions|region-drains|admission|lease)", Problem.GATE_NOT_FOUND),
    PLATFORM("platform", "(pc|playstation|xbox|switch|ios|android|web)", Problem.TIMELINE_NOT_FOUND),
    REGION("region", "(ap-northeast|eu-west|us-east)", Problem.TIMELINE_NOT_FOUND),
    LIVE_EVENT("event", "[a-z0-9]+(-[a-z0-9]+)*", Problem.LIVE_EVENT_NOT_FOUND),
    COMPENSATION("compensation", "[a-z0-9]+(-[a-z0-9]+)*", Problem.COMPENSATION_NOT_FOUND),
    LETTER("letterId", uuid("ltr", "7"), Problem.DEAD_LETTER_NOT_FOUND),
    WORKFLOW("workflow", "[a-z0-9]+(-[a-z0-9]+)*", Problem.WORKFLOW_NOT_FOUND),
    RUN("run", "[A-Za-z0-9_-]{1,80}", Problem.RUN_NOT_FOUND),
    SCHEDULE("schedule", "[a-z0-9]+(-[a-z0-9]+)*", Problem.SCHEDULE_NOT_FOUND),
    TRIGGER("trigger", "[a-z0-9]+(-[a-z0-9]+)*", Problem.TRIGGER_NOT_FOUND);

    /** Longer than any of them. */
    static final int LONGEST = 80;

    private final String parameter;
    private final Pattern form;
    private final Problem unknown;

    PathId(String parameter, String form, Problem unknown) {
        this.parameter = parameter;
        this.form = Pattern.compile(form);
        this.unknown = unknown;
    }

    String parameter() {
        return parameter;
    }

    /** The regular expression that all of it must match. */
    String form() {
        return form.pattern();
    }

    /**
     * Checks the parameters of a request's path.
     *
     * @throws Refused if one of them names nothing
     * @throws IllegalStateException if the path has one that is not listed here
     */
    static void check(Map<String, String> parameters) {
        parameters.forEach((name, value) -> of(name).check(value));
    }

    private static PathId of(String parameter) {
        return Arrays.stream(values())
                .filter(each -> each.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is known of a path's " + parameter));
    }

    private void check(String value) {
        if (value.length() > LONGEST || !form.matcher(value).matches()) {
            throw new Refused(unknown, "The path's " + parameter + " is not of the form that such ids have.");
        }
    }

    private static String uuid(String prefix, String version) {
        return prefix + "_[0-9a-f]{8}-[0-9a-f]{4}-" + version + "[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    }
}
