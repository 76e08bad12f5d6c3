package com.lifeverse.local.bus;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Events::EventBus}. */
public final class EventBusType implements ResourceType {
    private static final Set<String> HELD = Set.of("Name");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "KmsKeyIdentifier", "LogConfig", "Tags");

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
        var name = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING).nameFrom("Name");
        return new Provisioned(name, Map.of("Arn", buses.define(name), "Name", name));
    }
}
