package com.lifeverse.local.simulate.revocation;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** In which ways all that a player has is called back; the slug is the reason that is told. */
enum Way {
    EVERYWHERE("signed-out-everywhere", 204),
    KICK("kicked", 200),
    BAN("banned", 200);

    private final String slug;
    private final int done;

    Way(String slug, int done) {
        this.slug = slug;
        this.done = done;
    }

    String slug() {
        return slug;
    }

    /**
     * The request.
     *
     * @param until when a ban ends
     */
    Request request(String playerId, String access, String staff, Instant until) {
        return switch (this) {
            case EVERYWHERE -> Request.of("DELETE", Calls.SESSIONS, Calls.bearer(access), Body.EMPTY);
            case KICK -> Request.of("DELETE", player(playerId) + "/sessions", Calls.bearer(staff), Body.EMPTY);
            case BAN -> {
                var headers = Calls.bearer(staff);
                headers.put("content-type", "application/json");
                var body = Json.object().put("reason", "cheating").put("until", until.toString());
                yield Request.of("PUT", player(playerId) + "/ban", headers, Body.of(body.toString()));
            }
        };
    }

    /** The way of an exchange that has called something back; empty for any other. */
    static Optional<Way> of(Exchange exchange) {
        return Arrays.stream(values())
                .filter(way -> way.matches(exchange.request()))
                .filter(way -> way.isDone(exchange.response()))
                .findFirst();
    }

    /** The player whom an exchange of staff is about. */
    static String player(Request request) {
        return request.path().split("/", -1)[3];
    }

    /** True if that is the answer to one that is done. */
    boolean isDone(Response response) {
        return response.status() == done;
    }

    private boolean matches(Request request) {
        var path = request.path();
        return switch (this) {
            case EVERYWHERE -> request.method().equals("DELETE") && path.equals(Calls.SESSIONS);
            case KICK ->
                request.method().equals("DELETE") && path.startsWith("/v1/players/") && path.endsWith("/sessions");
            case BAN -> request.method().equals("PUT") && path.endsWith("/ban");
        };
    }

    private static String player(String playerId) {
        return "/v1/players/" + playerId;
    }
}
