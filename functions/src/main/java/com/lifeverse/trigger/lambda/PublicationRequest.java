package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.Fields;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What staff ask to be published.
 *
 * @param base the revision that they saw in force
 * @param note why
 * @param triggers each as its file would say it
 * @param schedules likewise; empty if those in force are to stay
 * @param publication the number to roll back to
 */
record PublicationRequest(String base, String note, JsonNode triggers, Optional<JsonNode> schedules, long publication) {
    /** So many at once; what they come to is limited, too. */
    private static final int MOST = 5_000;

    /** Each is seen to once a minute, one after the other. */
    private static final int MOST_SCHEDULES = 500;

    private static final long NUMBERS = 1_000_000_000_000L;
    private static final Pattern NOTE = Pattern.compile(".{0,500}");
    private static final Pattern REVISION = Pattern.compile("[0-9a-f-]{36}");

    /** A list of triggers, to look at. */
    static PublicationRequest plan(ObjectNode body) {
        var fields = Fields.of(body).only("triggers", "schedules");
        return checked(fields, new PublicationRequest("", "", triggers(fields), schedules(fields), 0));
    }

    /** A list of triggers, to be in force. */
    static PublicationRequest publication(ObjectNode body) {
        var fields = Fields.of(body).only("base", "note", "triggers", "schedules");
        var base = fields.text("base", REVISION);
        return checked(fields, new PublicationRequest(base, note(fields), triggers(fields), schedules(fields), 0));
    }

    /** A publication, to be in force again. */
    static PublicationRequest rollback(ObjectNode body) {
        var fields = Fields.of(body).only("base", "note", "publication");
        var base = fields.text("base", REVISION);
        long number = fields.number("publication", 0, NUMBERS);
        return checked(fields, new PublicationRequest(base, note(fields), body, Optional.empty(), number));
    }

    /**
     * That it can be published.
     *
     * @throws Refused with what is wrong
     */
    static void sound(List<Violation> findings) {
        if (!findings.isEmpty()) {
            throw new Refused(Problem.INVALID_REQUEST, "These triggers and schedules cannot be in force.", findings);
        }
    }

    private static String note(Fields fields) {
        return fields.optionalText("note", NOTE).orElse("");
    }

    private static JsonNode triggers(Fields fields) {
        var triggers = fields.json().path("triggers");
        if (!triggers.isArray() || triggers.size() > MOST) {
            fields.violate("triggers", "must be a list of at most %d triggers".formatted(MOST));
        }
        return triggers;
    }

    private static Optional<JsonNode> schedules(Fields fields) {
        if (!fields.has("schedules")) {
            return Optional.empty();
        }
        var schedules = fields.json().path("schedules");
        if (!schedules.isArray() || schedules.size() > MOST_SCHEDULES) {
            fields.violate("schedules", "must be a list of at most %d schedules".formatted(MOST_SCHEDULES));
        }
        return Optional.of(schedules);
    }

    private static PublicationRequest checked(Fields fields, PublicationRequest request) {
        fields.check();
        return request;
    }
}
