package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.ProfileKeeping.Heard;
import com.lifeverse.trigger.profile.ProfileKeeping.Known;
import com.lifeverse.trigger.profile.aws.DynamoProfiles;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET} and {@code PATCH /v1/profiles/{playerId}}: what game servers know of players. Each value holds until somebody says
 * another one of a later time. A read is half a read unit, a change a write unit more.
 */
public final class ProfileFunction extends HttpFunction {
    private static final int BODY_LIMIT = 8 * 1024;

    private final InstantSource clock;
    private final ProfileForm form = ProfileFile.shipped();
    private final ProfileKeeping keeping;

    public ProfileFunction() {
        this(LambdaRuntime.onAws());
    }

    public ProfileFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        var profiles = new DynamoProfiles(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        keeping = new ProfileKeeping(profiles, form, clock, settings.policy(TriggerPolicy.class));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        if (request.signer().isEmpty()) {
            throw new Refused(Problem.PRODUCER_NOT_ALLOWED, "Sign the request as a game server.");
        }
        var player = request.pathParameter("playerId");
        return switch (request.routeKey()) {
            case "GET /v1/profiles/{playerId}" -> answer(player, keeping.look(player));
            case "PATCH /v1/profiles/{playerId}" -> {
                var news = ProfileRequest.read(request.body(BODY_LIMIT), form, clock.instant());
                var known = keeping.keep(player, List.of(new Heard(Optional.empty(), Optional.of(news))));
                yield answer(player, known.getFirst());
            }
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private static HttpResponse answer(String player, Known known) {
        var answer = Json.object().put("playerId", player).put("revision", known.revision());
        answer.set("profile", Json.mapper().valueToTree(known.document()));
        return HttpResponse.json(200, answer);
    }
}
