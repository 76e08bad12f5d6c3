package com.lifeverse.local.http.api;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One stage of an API, with the throttles that the template states. The account's own limits are not held.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html">throttling</a>
 */
public final class Stage {
    /** The stage at the root of the API's address. */
    public static final String DEFAULT = "$default";

    /** A steady rate in requests a second and a burst in requests, of each route by itself. */
    public record Throttle(double rate, double burst) {}

    private final String name;
    private final Map<String, String> variables;
    private final Optional<Throttle> byDefault;
    private final Map<String, Throttle> byRoute;
    private final InstantSource clock;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    /**
     * A stage that has not seen a request yet.
     *
     * @param variables the stage's variables, as functions see them
     * @param byDefault for each route that {@code byRoute} does not name by its key
     */
    public Stage(
            String name,
            Map<String, String> variables,
            Optional<Throttle> byDefault,
            Map<String, Throttle> byRoute,
            InstantSource clock) {
        this.name = name;
        this.variables = Map.copyOf(variables);
        this.byDefault = byDefault;
        this.byRoute = Map.copyOf(byRoute);
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    Map<String, String> variables() {
        return variables;
    }

    /** True for {@code $default}, whose name is not part of the path. */
    boolean isDefault() {
        return name.equals(DEFAULT);
    }

    /** Counts a request of {@code route}; false if it is one too many now. */
    public boolean admits(Route route) {
        return admits(route.key().text());
    }

    /** As {@link #admits(Route)}, of the route of that key. */
    public boolean admits(String key) {
        return Optional.ofNullable(byRoute.get(key))
                .or(() -> byDefault)
                .map(throttle -> buckets.computeIfAbsent(
                                key, k -> new TokenBucket(throttle.rate(), throttle.burst(), clock))
                        .take())
                .orElse(true);
    }
}
