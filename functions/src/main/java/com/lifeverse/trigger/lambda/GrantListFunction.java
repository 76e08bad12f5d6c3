package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.GrantLedger;
import com.lifeverse.trigger.GrantLedger.Grant;
import com.lifeverse.trigger.aws.DynamoGrantLedger;
import com.lifeverse.trigger.replay.ErasedPlayers;
import com.lifeverse.trigger.replay.aws.DynamoErasedPlayers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A task of workflows: enters some lines of a list into the ledger of grants, each once; {@code {source, message, cause, lines: [{line, playerId,
 * item, amount}]}} → {@code {first, lines, skipped, granted, passed, begunAt, doneAt}}, amounts by item. Source, player and item are the key, so
 * it may be asked again as often as one likes; what it answers is what the ledger has then. Who was erased is passed over. Half a read unit and a
 * write unit for each KB a line.
 */
public final class GrantListFunction extends Handler {
    private static final String MESSAGE = "message.requested.v1";

    private final InstantSource clock;
    private final GrantLedger ledger;
    private final ErasedPlayers erased;

    public GrantListFunction() {
        this(LambdaRuntime.onAws());
    }

    public GrantListFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        ledger = new DynamoGrantLedger(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        erased = new DynamoErasedPlayers(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        output.write(Json.mapper().writeValueAsBytes(entered(Json.mapper().readTree(input))));
    }

    private ObjectNode entered(JsonNode asked) {
        var requests = new ArrayList<GrantRequest>();
        // All are read before any is entered: a list that does not fit is not half a list.
        asked.path("lines").forEach(line -> requests.add(request(asked, line)));
        var answer = Json.object()
                .put("first", asked.path("lines").path(0).path("line").asInt())
                .put("lines", requests.size());
        var begunAt = now();
        var granted = Json.object();
        var passed = Json.object();
        int skipped = 0;
        for (var request : requests) {
            var grant = request.grant();
            if (erased.hold(grant.playerId())) {
                skipped++;
                add(passed, grant);
            } else {
                var now = now();
                ledger.record(grant, told(request, asked.path("message").asText(), now));
                add(granted, grant);
            }
        }
        answer.put("skipped", skipped);
        answer.set("granted", granted);
        answer.set("passed", passed);
        return answer.put("begunAt", begunAt.toString()).put("doneAt", now().toString());
    }

    private static GrantRequest request(JsonNode asked, JsonNode line) {
        var request = Json.object()
                .put("source", asked.path("source").asText())
                .put("occurrence", line.path("item").asText())
                .put("tier", 1);
        for (var member : List.of("playerId", "item", "amount")) {
            request.set(member, line.path(member));
        }
        request.set("cause", asked.path("cause"));
        return GrantRequest.read(request);
    }

    /** The grant, and where there is a message, that: both are told by the one write that enters it. */
    private static List<Envelope> told(GrantRequest request, String message, Instant now) {
        var grant = request.grant();
        var cause = request.cause(now);
        var told = new ArrayList<Envelope>();
        told.add(grant.told(cause, now));
        if (!message.isEmpty()) {
            var payload = new LinkedHashMap<String, Object>();
            payload.put("tier", 2);
            payload.put("message", message);
            payload.put("source", grant.source());
            told.add(cause.next(NameBasedId.of("evt_", MESSAGE, grant.id()), MESSAGE, now, "trigger", payload));
        }
        return told;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private static void add(ObjectNode amounts, Grant grant) {
        amounts.put(grant.item(), amounts.path(grant.item()).asLong() + grant.amount());
    }
}
