package com.lifeverse.local.schedule;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.queue.HeldProperties;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Scheduler::ScheduleGroup}: a name that schedules share. */
public final class ScheduleGroupType implements ResourceType {
    private static final HeldProperties PROPERTIES = new HeldProperties(Set.of("Name"), Set.of("Tags"));

    @Override
    public String name() {
        return "AWS::Scheduler::ScheduleGroup";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        PROPERTIES.check(declaration);
        var name = declaration.properties().path("Name").asText(declaration.generatedName());
        var arn = Cloud.arn("scheduler", "schedule-group/" + name);
        return new Provisioned(name, Map.of("Arn", arn, "State", "ACTIVE"));
    }
}
