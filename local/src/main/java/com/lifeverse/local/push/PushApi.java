package com.lifeverse.local.push;

import com.lifeverse.local.http.api.Integration;
import com.lifeverse.local.http.api.Stage;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One WebSocket API, as far as it has been declared. */
public final class PushApi {
    static final String CONNECT = "$connect";
    static final String DISCONNECT = "$disconnect";
    private static final String DEFAULT = "$default";
    private static final String IN_BODY = "$request.body.";

    private final String id;
    private final String selector;
    private final Map<String, Stage> stages = new ConcurrentHashMap<>();
    private final Map<String, Integration> integrations = new ConcurrentHashMap<>();
    private final Map<String, PushRoute> routes = new ConcurrentHashMap<>();

    /**
     * An API without routes.
     *
     * @param selection such as {@code $request.body.action}: the member of a message that names its route
     */
    PushApi(String id, String selection) {
        if (!selection.matches("\\$request\\.body\\.\\w+")) {
            throw new IllegalArgumentException("Only $request.body.NAME selects a route, not " + selection);
        }
        this.id = id;
        this.selector = selection.substring(IN_BODY.length());
    }

    public String id() {
        return id;
    }

    /** The host name that it has on AWS. */
    public String domainName() {
        return id + ".execute-api." + Cloud.REGION + ".amazonaws.com";
    }

    public void put(Stage stage) {
        stages.put(stage.name(), stage);
    }

    public void putIntegration(String integrationId, Integration integration) {
        integrations.put(integrationId, integration);
    }

    public Optional<Integration> integration(String integrationId) {
        return Optional.ofNullable(integrations.get(integrationId));
    }

    public void putRoute(String key, Integration integration) {
        routes.put(key, new PushRoute(key, integration));
    }

    Optional<Stage> stage(String name) {
        return Optional.ofNullable(stages.get(name));
    }

    Optional<PushRoute> route(String key) {
        return Optional.ofNullable(routes.get(key));
    }

    /** Where a message goes: the route that it names, else the one for the rest. */
    Optional<PushRoute> routeOf(String message) {
        return Json.parse(message)
                .map(body -> body.path(selector).asText())
                .filter(key -> !key.startsWith("$"))
                .flatMap(this::route)
                .or(() -> route(DEFAULT));
    }

    /** In whose name the gateway calls a route's function. */
    static String routeArn(PushApi api, Stage stage, PushRoute route) {
        return Cloud.arn("execute-api", String.join("/", api.id(), stage.name(), route.key()));
    }

    /** Messages of one kind and the function that takes them. */
    record PushRoute(String key, Integration integration) {}
}
