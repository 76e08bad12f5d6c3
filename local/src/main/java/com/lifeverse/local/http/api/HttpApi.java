package com.lifeverse.local.http.api;

import com.lifeverse.local.http.auth.JwtAuthorizer;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Cloud;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** One HTTP API, as far as it has been declared. */
public final class HttpApi {
    private final String id;
    private final Map<String, Stage> stages = new ConcurrentHashMap<>();
    private final Map<String, Integration> integrations = new ConcurrentHashMap<>();
    private final Map<String, JwtAuthorizer> authorizers = new ConcurrentHashMap<>();
    private final Map<String, Route> routes = new ConcurrentSkipListMap<>(
            Comparator.comparing((String key) -> RouteKey.parse(key).precedence())
                    .thenComparing(Comparator.naturalOrder()));

    public HttpApi(String id) {
        this.id = id;
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

    public void put(Route route) {
        routes.put(route.key().text(), route);
    }

    public void putIntegration(String integrationId, Integration integration) {
        integrations.put(integrationId, integration);
    }

    public void putAuthorizer(String authorizerId, JwtAuthorizer authorizer) {
        authorizers.put(authorizerId, authorizer);
    }

    public Optional<Integration> integration(String integrationId) {
        return Optional.ofNullable(integrations.get(integrationId));
    }

    public Optional<JwtAuthorizer> authorizer(String authorizerId) {
        return Optional.ofNullable(authorizers.get(authorizerId));
    }

    /** Where the request goes: the stage that its path begins with, else the default one, and the most exact route there. */
    public Optional<Match> match(Request request) {
        var path = RouteKey.decode(request.path());
        var named = Optional.ofNullable(stages.get(path.getFirst())).filter(stage -> !stage.isDefault());
        if (named.isPresent()) {
            var rest = path.size() == 1 ? List.of("") : path.subList(1, path.size());
            return match(request.method(), named.get(), rest);
        }
        return Optional.ofNullable(stages.get(Stage.DEFAULT)).flatMap(stage -> match(request.method(), stage, path));
    }

    private Optional<Match> match(String method, Stage stage, List<String> path) {
        return routes.values().stream()
                .flatMap(
                        route -> route
                                .key()
                                .match(method, path)
                                .map(variables -> new Match(this, stage, route, path, variables))
                                .stream())
                .findFirst();
    }
}
