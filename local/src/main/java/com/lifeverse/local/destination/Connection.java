package com.lifeverse.local.destination;

import com.lifeverse.local.kernel.Cloud;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an API destination is reached: what it is told of who calls, and what every call carries.
 *
 * @param authorization the header that says who calls, by its name
 * @param client who asks for a token first, if that is how callers say who they are
 * @param headers of every call
 * @param query parameters of every call
 * @param body members of the body of every call, which win over the event's own
 */
record Connection(
        String name,
        Map<String, String> authorization,
        Optional<Tokens.Client> client,
        Map<String, String> headers,
        Map<String, String> query,
        Map<String, String> body) {
    public Connection {
        authorization = Map.copyOf(authorization);
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
        body = Map.copyOf(body);
    }

    public String arn() {
        return Cloud.arn("events", "connection/" + name + "/00000000-0000-4000-8000-000000000000");
    }

    /** The headers of a call: the connection's own win over those of the rule's target. */
    Map<String, String> headersOver(Map<String, String> others) {
        var all = new LinkedHashMap<>(others);
        all.putAll(headers);
        all.putAll(authorization);
        return all;
    }
}
