package com.lifeverse.session.aws;

import com.lifeverse.session.live.SessionStart;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Live items as they stand in the table, for tests of functions that only read them. */
public final class LiveItems {
    private LiveItems() {}

    /** The item of a player whose first session is this one. */
    public static Map<String, AttributeValue> of(SessionStart start) {
        return new LiveWrites("live").first(start).item();
    }
}
