package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.Deployment;
import software.amazon.awscdk.services.events.EventBus;
import software.constructs.Construct;

/** The bus that the contexts meet on; nothing else, so that it can stay while they change. */
public final class EventsStack extends StageStack {
    private final EventBus bus;

    public EventsStack(Construct app, Deployment deployment) {
        super(app, deployment, "events", "The event bus");
        this.bus = EventBus.Builder.create(this, "Bus")
                .eventBusName("lifeverse-" + deployment.prefix())
                .build();
        output("BusName", "The event bus", bus.getEventBusName());
    }

    public Bus bus() {
        return new Bus(bus.getEventBusName(), bus.getEventBusArn());
    }
}
