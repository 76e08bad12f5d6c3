package com.lifeverse.local.bus;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.queue.HeldProperties;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Events::EventBus}. */
public final class EventBusType implements ResourceType {
    private static final HeldProperties PROPERTIES =
            new HeldProperties(Set.of("Name"), Set.of("Description", "KmsKeyIdentifier", "LogConfig", "Tags"));

    private final EventBuses buses;

    public EventBusType(EventBuses buses) {
        this.buses = buses;
    }

    @Override
    public String name() {
        return "AWS::Events::EventBus";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        PROPERTIES.check(declaration);
        var name = declaration.properties().path("Name").asText(declaration.generatedName());
        return new Provisioned(name, Map.of("Arn", buses.define(name), "Name", name));
    }
}
