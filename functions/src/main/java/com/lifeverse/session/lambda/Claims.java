package com.lifeverse.session.lambda;

import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.Platform;
import com.lifeverse.session.own.Bearer;

/** Reads what the access token says of who calls; the gateway has checked it. */
public final class Claims {
    private Claims() {}

    /** Who calls. */
    public static Bearer bearer(HttpRequest request) {
        return new Bearer(
                text(request, "sub"),
                text(request, "sid"),
                Long.parseLong(text(request, "gen")),
                Platform.of(text(request, "plat")));
    }

    /** The player who calls. */
    public static String player(HttpRequest request) {
        return text(request, "sub");
    }

    private static String text(HttpRequest request, String name) {
        return request.claim(name)
                .orElseThrow(() -> new IllegalStateException("The gateway let a token without " + name + " pass"));
    }
}
