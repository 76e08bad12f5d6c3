package com.lifeverse.local.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All that can be delivered to, by ARN. */
public final class Endpoints {
    private final Map<String, Endpoint> byArn = new ConcurrentHashMap<>();
    private final Map<String, Function<String, Optional<Endpoint>>> byPrefix = new ConcurrentHashMap<>();

    public void register(String arn, Endpoint endpoint) {
        byArn.put(arn, endpoint);
    }

    /** Nothing is delivered there any more. */
    public void forget(String arn) {
        byArn.remove(arn);
    }

    /** Has all ARNs that begin like that be looked up by {@code found}. */
    public void registerAll(String prefix, Function<String, Optional<Endpoint>> found) {
        byPrefix.put(prefix, found);
    }

    /** The endpoint of that ARN, if there is one. */
    public Optional<Endpoint> find(String arn) {
        return Optional.ofNullable(byArn.get(arn))
                .or(() -> byPrefix.entrySet().stream()
                        .filter(known -> arn.startsWith(known.getKey()))
                        .findFirst()
                        .flatMap(known -> known.getValue().apply(arn)));
    }

    /** The endpoint of that ARN; one that does not exist is an error of the template, told by name. */
    public Endpoint at(String arn) {
        return find(arn).orElseThrow(() -> new IllegalArgumentException("Nothing to deliver to at " + arn));
    }
}
