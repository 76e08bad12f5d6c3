package com.lifeverse.local.http.api;

import com.lifeverse.local.kernel.Cloud;
import java.util.List;
import java.util.Map;

/**
 * Where a request goes.
 *
 * @param path the decoded segments of the request's path, without the stage
 * @param variables the values of the route's path variables, decoded
 */
public record Match(HttpApi api, Stage stage, Route route, List<String> path, Map<String, String> variables) {
    /** What a caller must be allowed to invoke. */
    public String requestArn(String method) {
        return Cloud.arn("execute-api", String.join("/", api.id(), stage.name(), method, String.join("/", path)));
    }

    /** On whose behalf the gateway invokes the function. */
    public String routeArn() {
        return Cloud.arn(
                "execute-api",
                String.join("/", api.id(), stage.name(), route.key().resource()));
    }
}
