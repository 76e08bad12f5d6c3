package com.lifeverse.session.rights.lambda;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.rights.BeginErasure;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.DataRequests;
import com.lifeverse.session.rights.Farewells;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.RightsPolicy;
import com.lifeverse.session.rights.Sweep;
import com.lifeverse.session.rights.aws.DynamoDataRequests;
import com.lifeverse.session.rights.aws.DynamoFarewells;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * The tasks of the workflow {@code data-erasure}: {@code begin}, {@code count}, {@code erase}, {@code finish}, {@code close}. Each can be
 * done again, whole or after half of it, and comes to the same.
 */
public final class DataErasureFunction extends Handler {
    private final LambdaRuntime runtime;
    private final LiveSessions live;
    private final BeginErasure begin;
    private final Sweep sweep;
    private final DataRequests requests;
    private final Farewells farewells;
    private final RightsPolicy policy;

    public DataErasureFunction() {
        this(LambdaRuntime.onAws());
    }

    public DataErasureFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), Stores.SETTINGS);
        this.policy = settings.policy(RightsPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        var rights = settings.text("RIGHTS_TABLE");
        var tables = new DynamoFarewells.Tables(settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"), rights);
        this.runtime = runtime;
        this.live = new DynamoLiveSessions(dynamoDb, tables.live());
        this.begin = new BeginErasure(live, settings.policy(SessionPolicy.class));
        this.sweep = Stores.sweep(runtime, settings, policy);
        this.requests = new DynamoDataRequests(dynamoDb, rights);
        this.farewells = new DynamoFarewells(dynamoDb, tables, policy);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var asked = Json.mapper().readTree(input);
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        output.write(Json.mapper().writeValueAsBytes(answer(asked, now)));
    }

    private ObjectNode answer(JsonNode asked, Instant now) {
        var playerId = asked.path("playerId").asText();
        var request = request(playerId);
        switch (asked.path("action").asText()) {
            case "begin" -> begin(playerId, request, now);
            case "count" -> {
                var found = sweep.count(playerId, asked.path("pass").asInt());
                return Json.object().set("found", Json.mapper().valueToTree(found));
            }
            case "erase" -> {
                return Json.object().put("done", sweep.erase(playerId));
            }
            case "finish" -> finish(playerId, request, found(asked), now);
            case "close" -> close(request, found(asked));
            default -> throw new IllegalArgumentException("There is no such action of an erasure");
        }
        return Json.object();
    }

    private DataRequest request(String playerId) {
        return requests.find(DataRequest.ownerOf(playerId), Kind.ERASURE)
                .orElseThrow(() -> new IllegalArgumentException("Nobody asked for that erasure"));
    }

    /** Begun again after its end, by a workflow that was started twice, it must not close a door that leads nowhere. */
    private void begin(String playerId, DataRequest request, Instant now) {
        if (request.progress() instanceof Progress.Asked) {
            begin.handle(playerId, runtime.ids()::next, now);
        }
    }

    private void finish(String playerId, DataRequest request, List<Found> found, Instant now) {
        var ban = live.read(playerId).flatMap(player -> player.standing().ban());
        farewells.finish(playerId, request, found, policy.carried(ban, now), runtime.ids()::next, now);
    }

    private void close(DataRequest request, List<Found> found) {
        if (request.progress() instanceof Progress.Erased(var at, var _, var ban, var closed) && !closed) {
            var whole = new Progress.Erased(at, found, ban, true);
            requests.put(request.at(whole), request.askedAt().plus(policy.receiptLife()));
        }
    }

    private static List<Found> found(JsonNode asked) {
        return Json.mapper().convertValue(asked.path("found"), new TypeReference<List<Found>>() {});
    }
}
