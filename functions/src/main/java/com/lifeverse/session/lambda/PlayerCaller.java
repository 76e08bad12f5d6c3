package com.lifeverse.session.lambda;

import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.Platform;
import com.lifeverse.session.own.Bearer;

/** Reads who calls from the claims of an access token of ours that the gateway has checked. */
public final class PlayerCaller {
    private PlayerCaller() {}

    /** The whole of it, for what touches the session. */
    public static Bearer bearer(HttpRequest request) {
        return new Bearer(
                claim(request, "sub"),
                claim(request, "sid"),
                Long.parseLong(claim(request, "gen")),
                Platform.of(claim(request, "plat")),
                Long.parseLong(claim(request, "ep")));
    }

    /** Just whose token it is. */
    public static String playerId(HttpRequest request) {
        return claim(request, "sub");
    }

    private static String claim(HttpRequest request, String name) {
        return request.claim(name)
                .orElseThrow(() -> new IllegalStateException("The gateway let a token without " + name + " pass"));
    }
}
