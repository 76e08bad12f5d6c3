package com.lifeverse.local.destination;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Events::ApiDestination}. Calls are as many as there are events: the limit of their rate is read over. */
public final class ApiDestinationType implements ResourceType {
    private static final Set<String> HELD = Set.of("Name", "ConnectionArn", "InvocationEndpoint", "HttpMethod");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "InvocationRateLimitPerSecond");

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
        var destination = new Destinations.Destination(
                properties.nameFrom("Name"),
                properties.required("ConnectionArn"),
                properties.required("InvocationEndpoint"),
                properties.required("HttpMethod"));
        destinations.put(destination);
        return new Provisioned(destination.name(), Map.of("Arn", destination.arn()));
    }
}
