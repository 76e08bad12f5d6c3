package com.lifeverse.local.http.api;

import com.lifeverse.local.http.auth.JwtAuthorizer;
import java.util.List;

/** Who may use a route. */
public sealed interface Access {
    /** Everybody. */
    record Open() implements Access {}

    /** Whoever bears a token that {@code authorizer} accepts, with one of {@code scopes} if there are any. */
    record Jwt(JwtAuthorizer authorizer, List<String> scopes) implements Access {
        public Jwt {
            scopes = List.copyOf(scopes);
        }
    }

    /** Whoever signs with credentials of a role that may invoke it. */
    record Iam() implements Access {}
}
