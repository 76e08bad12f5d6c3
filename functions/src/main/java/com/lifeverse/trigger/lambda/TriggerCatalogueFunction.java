package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.aws.TriggerCatalogue;
import com.lifeverse.trigger.aws.TriggerFile;
import java.util.Arrays;
import java.util.List;

/** {@code GET /v1/triggers} and {@code GET /v1/triggers/{trigger}}: what is in force, for staff. */
public final class TriggerCatalogueFunction extends HttpFunction {
    private static final List<String> ROLES = List.of("viewer", "author", "approver", "operator");

    private final TriggerCatalogue catalogue = TriggerCatalogue.inForce();

    public TriggerCatalogueFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerCatalogueFunction(LambdaRuntime runtime) {
        // It needs nothing of its surroundings: the triggers come with the code.
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        admit(request);
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

    // The gateway hands a list claim over as text: [viewer author].
    private static void admit(HttpRequest request) {
        var groups = request.claim("cognito:groups").orElse("").replace("[", "").replace("]", "");
        if (Arrays.stream(groups.split("[ ,]+")).noneMatch(ROLES::contains)) {
            throw new Refused(Problem.ROLE_REQUIRED, "Ask for one of the groups " + String.join(", ", ROLES) + ".");
        }
    }
}
