package com.lifeverse.session.rights.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.lambda.SessionRefusals;
import com.lifeverse.session.rights.AskForData;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.DataRequests;
import com.lifeverse.session.rights.RightsPolicy;
import com.lifeverse.session.rights.aws.DynamoDataRequests;
import com.lifeverse.session.rights.aws.ExportFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Who wants to have or to erase what is kept about a player: {@code /v1/data-exports} and {@code /v1/data-erasures} for the player, and
 * the same below {@code /v1/players/{playerId}} for staff.
 */
public final class DataRequestFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final LiveCaller callers;
    private final AskForData asking;
    private final DataRequests requests;
    private final ExportFiles files;
    private final RequestAnswers answers;
    private final RightsPolicy policy;

    public DataRequestFunction() {
        this(LambdaRuntime.onAws());
    }

    public DataRequestFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE", "RIGHTS_TABLE", "EXPORT_BUCKET", "LOG_DAYS");
        this.policy = settings.policy(RightsPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        var live = settings.text("LIVE_TABLE");
        this.runtime = runtime;
        this.callers = LiveCaller.of(runtime);
        this.requests = new DynamoDataRequests(dynamoDb, settings.text("RIGHTS_TABLE"));
        this.asking = new AskForData(
                requests,
                new DynamoLiveSessions(dynamoDb, live),
                new DynamoPlayers(dynamoDb, settings.text("PLAYERS_TABLE"), live),
                settings.policy(SessionPolicy.class),
                policy);
        this.files = new ExportFiles(runtime.aws().s3(), settings.text("EXPORT_BUCKET"), requests);
        this.answers = new RequestAnswers(
                policy,
                settings.policy(SessionPolicy.class),
                Duration.ofDays(Long.parseLong(settings.text("LOG_DAYS"))));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "POST /v1/data-exports" -> own(request, Kind.EXPORT, now);
            case "POST /v1/data-erasures" -> own(request, Kind.ERASURE, now);
            case "GET /v1/data-exports/{requestId}" -> export(request);
            case "GET /v1/data-erasures/{requestId}" -> answers.one(200, found(request, Kind.ERASURE));
            case "GET /v1/data-exports/{requestId}/parts/{part}" -> part(request, now);
            case "POST /v1/players/{playerId}/data-exports" -> staff(request, context, Kind.EXPORT, now);
            case "POST /v1/players/{playerId}/data-erasures" -> staff(request, context, Kind.ERASURE, now);
            case "GET /v1/players/{playerId}/data-requests" -> look(request);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse own(HttpRequest request, Kind kind, Instant now) {
        return answer(asking.own(PlayerCaller.bearer(request), kind, runtime.ids()::next, now));
    }

    private HttpResponse staff(HttpRequest request, Context context, Kind kind, Instant now) {
        var staff = StaffCaller.operator(request);
        var playerId = request.pathParameter("playerId");
        Log.info(
                context,
                "data-" + kind.text(),
                Json.object().put("staff", staff.name()).put("playerId", playerId));
        return answer(asking.forPlayer(playerId, kind, staff.name(), runtime.ids()::next, now));
    }

    private HttpResponse answer(AskForData.Outcome outcome) {
        return switch (outcome) {
            case AskForData.Outcome.Standing(var request) -> answers.one(202, request);
            case AskForData.Outcome.NotRecent() ->
                throw new Refused(
                                Problem.RECENT_SIGN_IN_REQUIRED,
                                "Sign out, sign in again, and ask within "
                                        + policy.recentSignIn().toMinutes() + " minutes.")
                        .with("action", "sign-in-again");
            case AskForData.Outcome.Ended(var why) -> throw SessionRefusals.of(why);
            case AskForData.Outcome.NoSuchPlayer() ->
                throw new Refused(Problem.PLAYER_NOT_FOUND, "There is no player of this id, or not any more.");
        };
    }

    private HttpResponse look(HttpRequest request) {
        StaffCaller.any(request);
        var owner = DataRequest.ownerOf(request.pathParameter("playerId"));
        return answers.all(Arrays.stream(Kind.values())
                .flatMap(kind -> requests.find(owner, kind).stream())
                .toList());
    }

    private HttpResponse export(HttpRequest request) {
        var found = found(request, Kind.EXPORT);
        return requests.find(found.owner(), Kind.ERASURE).isPresent() ? answers.gone(found) : answers.one(200, found);
    }

    private DataRequest found(HttpRequest request, Kind kind) {
        return requests.find(DataRequest.ownerOf(PlayerCaller.playerId(request)), kind)
                .filter(found -> found.id().equals(request.pathParameter("requestId")))
                .orElseThrow(() ->
                        new Refused(Problem.DATA_REQUEST_NOT_FOUND, "The answer to asking says where the request is."));
    }

    // All that is kept about somebody: not for a token that outlived its session.
    private HttpResponse part(HttpRequest request, Instant now) {
        callers.bearer(request, now);
        var found = found(request, Kind.EXPORT);
        if (!found.stands(policy, now)) {
            throw new Refused(
                    Problem.EXPORT_EXPIRED,
                    "Exports are kept for " + policy.exportLife().toHours() + " hours.");
        }
        var part = Optional.of(request.pathParameter("part"))
                .filter(name -> found.progress() instanceof Progress.Exported(var _, var parts) && parts.contains(name))
                .orElseThrow(() -> new Refused(Problem.DATA_REQUEST_NOT_FOUND, "The export has no such part."));
        var headers = Map.of("content-type", "application/json", "cache-control", "no-store");
        return new HttpResponse(200, headers, files.read(found.id(), part));
    }
}
