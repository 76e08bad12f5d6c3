package com.lifeverse.session.lambda;

import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.inbox.InboxCursor;
import java.util.Optional;

/**
 * Which page of the inbox is asked for.
 *
 * @param before the last message of the page before
 */
record InboxRequest(int limit, Optional<String> before) {
    static InboxRequest read(HttpRequest request, String playerId, SessionPolicy policy) {
        int limit = request.limit(policy.inboxPage(), policy.inboxPageLongest());
        var cursor = request.queryParameter("cursor");
        var before = cursor.flatMap(text -> InboxCursor.read(playerId, text));
        if (cursor.isPresent() && before.isEmpty()) {
            throw HttpRequest.invalid("cursor", "must be the cursor of a page of this inbox");
        }
        return new InboxRequest(limit, before);
    }
}
