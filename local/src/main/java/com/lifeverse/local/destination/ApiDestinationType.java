package com.lifeverse.local.destination;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Events::ApiDestination}. */
public final class ApiDestinationType implements ResourceType {
    private static final Set<String> HELD =
            Set.of("Name", "ConnectionArn", "InvocationEndpoint", "HttpMethod", "InvocationRateLimitPerSecond");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description");
    private static final int USUAL_RATE = 300;

    private final Destinations destinations;

    public ApiDestinationType(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public String name() {
        return "AWS::Events::ApiDestination";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        int rate = properties.number("InvocationRateLimitPerSecond").orElse(USUAL_RATE);
        if (rate < 1) {
            throw properties.refusal("InvocationRateLimitPerSecond", "it is 1 or more");
        }
        var destination = new Destinations.Destination(
                properties.nameFrom("Name"),
                properties.required("ConnectionArn"),
                properties.required("InvocationEndpoint"),
                properties.required("HttpMethod"),
                rate);
        destinations.put(destination);
        return new Provisioned(destination.name(), Map.of("Arn", destination.arn()));
    }
}
