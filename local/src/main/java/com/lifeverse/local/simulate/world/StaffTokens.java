package com.lifeverse.local.simulate.world;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Json;
import java.util.Map;

/** Tokens of people of the staff, as the local stack gives them to whoever asks. */
public final class StaffTokens {
    private static final Map<String, String> HEADERS = Map.of("host", "127.0.0.1", "content-type", "application/json");

    private StaffTokens() {}

    /** One for a day. The first one of all makes the pool's key, which takes its time. */
    public static String issue(LocalStack stack, String role) {
        return issue(stack, role, "sam");
    }

    /** One for a day, of the person of that name: nobody approves what they wrote. */
    public static String issue(LocalStack stack, String role, String name) {
        var body = Json.object().put("role", role).put("name", name).put("ttl", "P1D");
        var answer = stack.call(Request.of("POST", "/_local/staff-tokens", HEADERS, Body.of(body.toString())));
        if (answer.status() != 200) {
            throw new IllegalStateException("No token for a " + role + ": " + answer);
        }
        return Json.read(answer.body().text()).path("token").asText();
    }
}
