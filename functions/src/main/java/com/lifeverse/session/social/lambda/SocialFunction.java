package com.lifeverse.session.social.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.aws.DynamoAllowances;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.RateLimit;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.QuotaPolicy;
import com.lifeverse.session.Sha256;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.social.Acquaintances.Kind;
import com.lifeverse.session.social.Friends;
import com.lifeverse.session.social.SocialPolicy;
import com.lifeverse.session.social.aws.DynamoAcquaintances;
import java.time.Instant;
import java.util.Map;

/** {@code /v1/friends}, {@code /v1/friend-requests} and {@code /v1/blocks}: the caller's own lists. */
public final class SocialFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Friends friends;
    private final LiveCaller callers;
    private final RateLimit friendships;

    public SocialFunction() {
        this(LambdaRuntime.onAws());
    }

    public SocialFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE", "QUEUE_TABLE");
        var dynamoDb = runtime.aws().dynamoDb();
        var acquaintances = new DynamoAcquaintances(dynamoDb, settings.text("PLAYERS_TABLE"));
        var allowances = new DynamoAllowances(dynamoDb, settings.text("QUEUE_TABLE"));
        this.runtime = runtime;
        this.callers = LiveCaller.of(runtime);
        this.friendships =
                new RateLimit(allowances, settings.policy(QuotaPolicy.class).friendships());
        this.friends = new Friends(acquaintances, settings.policy(SocialPolicy.class));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/friends" -> list(PlayerCaller.playerId(request), Kind.FRIENDS);
            case "GET /v1/friend-requests" -> list(PlayerCaller.playerId(request), Kind.ASKED);
            case "GET /v1/blocks" -> list(PlayerCaller.playerId(request), Kind.BLOCKS);
            default -> change(request, callers.bearer(request, now).playerId(), now);
        };
    }

    private HttpResponse change(HttpRequest request, String playerId, Instant now) {
        return switch (request.routeKey()) {
            case "PUT /v1/friends/{pid}" ->
                friendships.within(
                        Sha256.brief("quota", playerId), now, () -> want(playerId, other(request, playerId), now));
            case "DELETE /v1/friends/{pid}" ->
                friendships.within(
                        Sha256.brief("quota", playerId), now, () -> part(playerId, other(request, playerId)));
            case "PUT /v1/blocks/{pid}" -> block(playerId, other(request, playerId), now);
            case "DELETE /v1/blocks/{pid}" -> {
                friends.unblock(playerId, other(request, playerId));
                yield HttpResponse.empty(204);
            }
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse part(String playerId, String other) {
        friends.part(playerId, other);
        return HttpResponse.empty(204);
    }

    private HttpResponse want(String playerId, String other, Instant now) {
        return switch (friends.want(playerId, other, runtime.ids()::next, now)) {
            case FRIENDS -> standing(200, "friends");
            case ASKED -> standing(202, "asked");
            case BLOCKED_BY_ONESELF ->
                throw new Refused(Problem.BLOCKED_BY_CALLER, "Lift the block first: DELETE /v1/blocks/" + other + ".");
            case UNKNOWN ->
                throw new Refused(Problem.PLAYER_NOT_FOUND, "There is no player of this id, or not any more.");
            case FULL -> throw new Refused(Problem.LIST_FULL, "One of the two players has no room on a list.");
            case OVERTAKEN -> throw new Refused(Problem.TEMPORARILY_UNAVAILABLE, "Others were faster; try again.");
        };
    }

    private HttpResponse block(String playerId, String other, Instant now) {
        if (!friends.block(playerId, other, now)) {
            throw new Refused(Problem.LIST_FULL, "The list of blocks has no room; lift another one first.");
        }
        return HttpResponse.empty(204);
    }

    private HttpResponse list(String playerId, Kind kind) {
        var json = Json.object();
        var players = json.putArray("players");
        friends.list(playerId, kind)
                .forEach(each -> players.addObject()
                        .put("playerId", each.playerId())
                        .put("since", each.since().toString()));
        return answer(200, Json.write(json));
    }

    private static HttpResponse standing(int status, String standing) {
        return answer(status, Json.write(Json.object().put("standing", standing)));
    }

    private static HttpResponse answer(int status, String body) {
        return new HttpResponse(status, Map.of("content-type", "application/json", "cache-control", "no-store"), body);
    }

    private static String other(HttpRequest request, String playerId) {
        var other = request.pathParameter("pid");
        if (other.equals(playerId)) {
            throw new Refused(Problem.PLAYER_NOT_FOUND, "Name another player by their id.");
        }
        return other;
    }
}
