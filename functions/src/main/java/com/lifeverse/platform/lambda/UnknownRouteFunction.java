package com.lifeverse.platform.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.runtime.LambdaRuntime;

/** The API's {@code $default} route: a problem document where the gateway's own 404 would say nothing. */
public final class UnknownRouteFunction extends HttpFunction {
    public UnknownRouteFunction() {
        this(LambdaRuntime.onAws());
    }

    public UnknownRouteFunction(LambdaRuntime runtime) {
        // It needs nothing of its surroundings; the constructor is there because all functions have it.
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        throw new Refused(
                Problem.ROUTE_NOT_FOUND, "No operation for %s %s.".formatted(request.method(), request.path()));
    }
}
