package com.lifeverse.local.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All that can be delivered to, by ARN. */
public final class Endpoints {
    private final Map<String, Endpoint> byArn = new ConcurrentHashMap<>();

    public void register(String arn, Endpoint endpoint) {
        byArn.put(arn, endpoint);
    }

    /** The endpoint of that ARN, if there is one. */
    public Optional<Endpoint> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** The endpoint of that ARN; one that does not exist is an error of the template, told by name. */
    public Endpoint at(String arn) {
        var endpoint = byArn.get(arn);
        if (endpoint == null) {
            throw new IllegalArgumentException("Nothing to deliver to at " + arn);
        }
        return endpoint;
    }
}
