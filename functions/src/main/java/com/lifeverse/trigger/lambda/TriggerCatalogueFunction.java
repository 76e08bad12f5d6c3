package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.publish.aws.CurrentCatalogue;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.time.Duration;
import java.time.InstantSource;

/** {@code GET /v1/triggers} and {@code GET /v1/triggers/{trigger}}: what is in force, for staff. */
public final class TriggerCatalogueFunction extends HttpFunction {
    private final InstantSource clock;
    private final CurrentCatalogue current;

    public TriggerCatalogueFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerCatalogueFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        clock = runtime.clock();
        var publications = new DynamoPublications(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        // Staff who have just published want to see it.
        current = new CurrentCatalogue(publications, Duration.ZERO);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        StaffCaller.any(request);
        var catalogue = current.at(clock.instant());
        return request.routeKey().endsWith("/{trigger}")
                ? one(catalogue, request.pathParameter("trigger"))
                : all(catalogue);
    }

    private static HttpResponse all(TriggerCatalogue catalogue) {
        var body = Json.object().put("revision", catalogue.revision());
        var triggers = body.putArray("triggers");
        catalogue.files().forEach(file -> triggers.add(file.document()));
        return HttpResponse.json(200, body);
    }

    private static HttpResponse one(TriggerCatalogue catalogue, String id) {
        return catalogue
                .find(id)
                .map(TriggerFile::document)
                .map(document -> HttpResponse.json(200, document))
                .orElseThrow(() -> new Refused(Problem.TRIGGER_NOT_FOUND, "GET /v1/triggers lists them."));
    }
}
