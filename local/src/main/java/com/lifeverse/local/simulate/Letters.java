package com.lifeverse.local.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.StaffTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dead letters that functions keep for staff, found and handed back as operators do: over HTTP. */
final class Letters {
    private static final String KEEPER = "DeadLetterKeepingFunction";
    private static final String LETTERS = "/v1/dead-letters";
    private static final String REDRIVES = "/v1/dead-letter-redrives";
    private static final int PAGE = 100;
    private static final int AT_ONCE = 25;

    private final LocalStack stack;
    private final boolean areKept;
    private String token = "";

    Letters(LocalStack stack) {
        this.stack = stack;
        this.areKept = stack.deployment().stacks().values().stream()
                .anyMatch(each -> each.resources().keySet().stream().anyMatch(name -> name.contains(KEEPER)));
    }

    /** The ids of those that were not handed back yet; none where nothing keeps them. */
    List<String> left() {
        var left = new ArrayList<String>();
        var page = areKept ? page(Optional.empty()) : Json.object();
        while (page.path("letters").size() > 0) {
            for (var letter : page.path("letters")) {
                if (!letter.path("status").asText().equals("redriven")) {
                    left.add(letter.path("letterId").asText());
                }
            }
            page = page.has("cursor") ? page(Optional.of(page.path("cursor").asText())) : Json.object();
        }
        return left;
    }

    /** Asks for all of them to be handed back; says how many that were. */
    int handBack() {
        var left = left();
        for (int from = 0; from < left.size(); from += AT_ONCE) {
            var body = Json.object().put("note", "the cause is gone");
            var letters = body.putArray("letters");
            left.subList(from, Math.min(from + AT_ONCE, left.size())).forEach(letters::add);
            call("POST", REDRIVES, Body.of(body.toString()), 202);
        }
        return left.size();
    }

    private JsonNode page(Optional<String> behind) {
        var cursor = behind.map(id -> "&cursor=" + id).orElse("");
        return call("GET", LETTERS + "?limit=" + PAGE + cursor, Body.EMPTY, 200);
    }

    /** Good for a day; each costs a signature. */
    private String token() {
        if (token.isEmpty()) {
            token = StaffTokens.issue(stack, "operator");
        }
        return token;
    }

    private JsonNode call(String method, String target, Body body, int expected) {
        var headers = Calls.bearer(token());
        headers.put("content-type", "application/json");
        var answer = stack.call(Request.of(method, target, headers, body));
        if (answer.status() != expected) {
            throw new IllegalStateException("%s %s was answered %s".formatted(method, target, answer));
        }
        return Calls.json(answer);
    }
}
