package com.lifeverse.local.simulate.revocation;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.client.Calls;

/** People of the staff, as the local stack knows them. */
final class Staff {
    private static final String TOKENS = "/_local/staff-tokens";

    private Staff() {}

    /** The token of an operator, for a day; it is there before anything goes wrong. */
    static String operator(Stage stage) {
        var body = Json.object().put("role", "operator").put("name", "sam").put("ttl", "P1D");
        var answer = stage.stack().call(Request.of("POST", TOKENS, Calls.headers(), Body.of(body.toString())));
        return Calls.json(answer).path("token").asText();
    }
}
