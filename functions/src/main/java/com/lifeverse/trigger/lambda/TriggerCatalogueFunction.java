package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.publish.aws.CurrentCatalogue;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.shadow.Agreements;
import com.lifeverse.trigger.shadow.aws.DynamoAgreements;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * {@code GET /v1/triggers}, {@code GET /v1/triggers/{trigger}} and {@code GET /v1/triggers/{trigger}/versions}: what is in force, and for whom,
 * for staff.
 */
public final class TriggerCatalogueFunction extends HttpFunction {
    private static final Pattern PLAYER =
            Pattern.compile("ply_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final InstantSource clock;
    private final CurrentCatalogue current;
    private final Agreements agreements;

    public TriggerCatalogueFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerCatalogueFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        var publications = new DynamoPublications(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        // Staff who have just published want to see it.
        current = new CurrentCatalogue(publications, Duration.ZERO);
        agreements = new DynamoAgreements(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"), clock);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        StaffCaller.any(request);
        var catalogue = current.at(clock.instant());
        return switch (request.routeKey()) {
            case "GET /v1/triggers" -> all(catalogue);
            case "GET /v1/triggers/{trigger}" ->
                HttpResponse.json(200, one(catalogue, request).document());
            case "GET /v1/triggers/{trigger}/versions" -> versions(catalogue, request);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse versions(TriggerCatalogue catalogue, HttpRequest request) {
        var playerId = request.queryParameter("playerId");
        if (playerId.filter(id -> !PLAYER.matcher(id).matches()).isPresent()) {
            throw new Refused(
                    Problem.INVALID_REQUEST,
                    "The request does not fit.",
                    List.of(new Violation("/playerId", "must be a player's id")));
        }
        var versions = one(catalogue, request).versions();
        return HttpResponse.json(
                200,
                VersionsAnswer.of(
                        versions, playerId, version -> agreements.find(new Agreements.Shadow(versions.id(), version))));
    }

    private static HttpResponse all(TriggerCatalogue catalogue) {
        var body = Json.object().put("revision", catalogue.revision());
        var triggers = body.putArray("triggers");
        catalogue.files().forEach(file -> triggers.add(file.document()));
        return HttpResponse.json(200, body);
    }

    private static TriggerFile one(TriggerCatalogue catalogue, HttpRequest request) {
        return catalogue
                .find(request.pathParameter("trigger"))
                .orElseThrow(() -> new Refused(Problem.TRIGGER_NOT_FOUND, "GET /v1/triggers lists them."));
    }
}
