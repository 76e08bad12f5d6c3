package com.lifeverse.liveops.plan.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import java.util.regex.Pattern;

/**
 * What is to be planned.
 *
 * @param what an event's file, or the name of one that is saved
 * @param occurrences so many of its next ones
 */
record PlanRequest(What what, int occurrences) {
    private static final int LIMIT = 20 * 1024;
    private static final int USUAL = 5;
    private static final int MOST = 20;
    private static final Pattern NAME = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");

    /** Which event. */
    sealed interface What {
        /** As somebody has it before them; nothing need be saved. */
        record Draft(ObjectNode document) implements What {}

        /** The last revision of that name. */
        record Saved(String event) implements What {}
    }

    static PlanRequest read(HttpRequest request) {
        var body = Fields.of(request.body(LIMIT)).only("event", "saved", "occurrences");
        int occurrences = body.has("occurrences") ? Math.toIntExact(body.number("occurrences", 1, MOST)) : USUAL;
        What what;
        if (body.has("saved")) {
            what = new What.Saved(body.text("saved", NAME));
            if (body.has("event")) {
                body.violate("event", "must not be there beside saved");
            }
        } else {
            what = new What.Draft(body.object("event").json());
        }
        body.check();
        return new PlanRequest(what, occurrences);
    }
}
