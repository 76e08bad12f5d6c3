package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import com.lifeverse.trigger.spec.aws.TriggerFile;

/** {@code GET /v1/triggers} and {@code GET /v1/triggers/{trigger}}: what is in force, for staff. */
public final class TriggerCatalogueFunction extends HttpFunction {
    private final TriggerCatalogue catalogue = TriggerCatalogue.inForce();

    public TriggerCatalogueFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerCatalogueFunction(LambdaRuntime runtime) {
        // It needs nothing of its surroundings: the triggers come with the code.
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        StaffCaller.any(request);
        return request.routeKey().endsWith("/{trigger}") ? one(request.pathParameter("trigger")) : all();
    }

    private HttpResponse all() {
        var body = Json.object().put("revision", catalogue.revision());
        var triggers = body.putArray("triggers");
        catalogue.files().forEach(file -> triggers.add(file.document()));
        return HttpResponse.json(200, body);
    }

    private HttpResponse one(String id) {
        return catalogue
                .find(id)
                .map(TriggerFile::document)
                .map(document -> HttpResponse.json(200, document))
                .orElseThrow(() -> new Refused(Problem.TRIGGER_NOT_FOUND, "GET /v1/triggers lists them."));
    }
}
