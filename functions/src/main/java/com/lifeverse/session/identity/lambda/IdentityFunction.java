package com.lifeverse.session.identity.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.identity.Identities;
import com.lifeverse.session.identity.IdentityPolicy;
import com.lifeverse.session.identity.LinkIdentity;
import com.lifeverse.session.identity.aws.DynamoIdentities;
import com.lifeverse.session.lambda.CredentialFields;
import com.lifeverse.session.lambda.LiveCaller;
import com.lifeverse.session.lambda.PlayerCaller;
import com.lifeverse.session.lambda.SessionRefusals;
import java.time.Instant;

/** The caller's identities: {@code GET|POST /v1/identities}, {@code DELETE /v1/identities/{identityId}}. */
public final class IdentityFunction extends HttpFunction {
    private static final int BODY_LIMIT = 8192;

    private final LambdaRuntime runtime;
    private final Identities identities;
    private final LinkIdentity linking;
    private final LiveCaller callers;
    private final CredentialFields credentials;
    private final IdentityPolicy policy;

    public IdentityFunction() {
        this(LambdaRuntime.onAws());
    }

    public IdentityFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE", "IDENTITY_PROVIDERS");
        this.policy = settings.policy(IdentityPolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        var table = settings.text("PLAYERS_TABLE");
        var live = new DynamoLiveSessions(dynamoDb, settings.text("LIVE_TABLE"));
        var players = new DynamoPlayers(dynamoDb, table, settings.text("LIVE_TABLE"));
        var sessions = settings.policy(SessionPolicy.class);
        this.runtime = runtime;
        this.identities = new DynamoIdentities(dynamoDb, table);
        this.linking = new LinkIdentity(players, identities, live, sessions, policy);
        this.callers = LiveCaller.of(runtime);
        this.credentials = CredentialFields.configured(settings);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (request.routeKey()) {
            case "GET /v1/identities" -> list(PlayerCaller.playerId(request));
            case "POST /v1/identities" -> link(request, now);
            case "DELETE /v1/identities/{identityId}" -> unlink(request, now);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse list(String playerId) {
        var json = Json.object();
        var list = json.putArray("identities");
        for (var each : identities.of(playerId)) {
            list.addObject()
                    .put("identityId", each.id())
                    .put("kind", each.kind())
                    .put("since", each.since().toString());
        }
        return HttpResponse.json(200, json).with("cache-control", "no-store");
    }

    private HttpResponse link(HttpRequest request, Instant now) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("credential");
        var claimed = CredentialFields.read(body.object("credential"));
        body.check();
        var bearer = PlayerCaller.bearer(request);
        var credential = credentials.proved(claimed, now);
        return switch (linking.handle(bearer, credential, runtime.ids().next(), now)) {
            case LinkIdentity.Outcome.Linked(var id, var fresh) ->
                HttpResponse.json(
                                fresh ? 201 : 200,
                                Json.object().put("identityId", id).put("kind", credential.kind()))
                        .with("cache-control", "no-store");
            case LinkIdentity.Outcome.Foreign() ->
                throw new Refused(Problem.IDENTITY_TAKEN, "Sign in with it to play as that player.");
            case LinkIdentity.Outcome.WrongCredential() ->
                throw new Refused(Problem.WRONG_CREDENTIAL, "It is the player's, with another secret.");
            case LinkIdentity.Outcome.NotRecent() -> throw notRecent();
            case LinkIdentity.Outcome.Ended(var why) -> throw SessionRefusals.of(why);
        };
    }

    private HttpResponse unlink(HttpRequest request, Instant now) {
        var bearer = PlayerCaller.bearer(request);
        if (!policy.isRecent(callers.session(bearer, now).session(), now)) {
            throw notRecent();
        }
        return switch (identities.unlink(bearer.playerId(), request.pathParameter("identityId"))) {
            case UNLINKED -> HttpResponse.empty(204);
            case NOT_FOUND -> throw new Refused(Problem.IDENTITY_NOT_FOUND, "GET /v1/identities lists them.");
            case LAST -> throw new Refused(Problem.LAST_IDENTITY, "Without it nobody could sign in any more.");
        };
    }

    private Refused notRecent() {
        return new Refused(
                        Problem.RECENT_SIGN_IN_REQUIRED,
                        "What signs a player in changes in the first %d minutes of a sign-in."
                                .formatted(policy.recentSignIn().toMinutes()))
                .with("action", "sign-in");
    }
}
