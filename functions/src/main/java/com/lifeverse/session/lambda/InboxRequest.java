package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.inbox.InboxCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which page of the inbox is asked for.
 *
 * @param before the last message of the page before
 */
record InboxRequest(int limit, Optional<String> before) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    static InboxRequest read(HttpRequest request, String playerId, SessionPolicy policy) {
        var violations = new ArrayList<Violation>();
        var limit = limit(request.queryParameter("limit"), policy, violations);
        var cursor = request.queryParameter("cursor");
        var before = cursor.flatMap(text -> InboxCursor.read(playerId, text));
        if (cursor.isPresent() && before.isEmpty()) {
            violations.add(new Violation("cursor", "must be the cursor of a page of this inbox"));
        }
        if (!violations.isEmpty()) {
            throw new Refused(Problem.INVALID_REQUEST, "See the violations: each names a parameter.", violations);
        }
        return new InboxRequest(limit, before);
    }

    private static int limit(Optional<String> text, SessionPolicy policy, List<Violation> violations) {
        int limit = text.map(given -> NUMBER.matcher(given).matches() ? Integer.parseInt(given) : 0)
                .orElse(policy.inboxPage());
        if (limit < 1 || limit > policy.inboxPageLongest()) {
            violations.add(new Violation("limit", "must be a number from 1 to " + policy.inboxPageLongest()));
        }
        return limit;
    }
}
