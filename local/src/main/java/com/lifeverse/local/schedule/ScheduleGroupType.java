package com.lifeverse.local.schedule;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.kernel.Cloud;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Scheduler::ScheduleGroup}: a name that schedules share. */
public final class ScheduleGroupType implements ResourceType {
    private final Schedules schedules;

    public ScheduleGroupType(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public String name() {
        return "AWS::Scheduler::ScheduleGroup";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var name = DeclaredProperties.of(declaration, Set.of("Name"), Set.of("Tags"))
                .nameFrom("Name");
        schedules.groups().define(name, schedules.now());
        var arn = Cloud.arn("scheduler", "schedule-group/" + name);
        return new Provisioned(name, Map.of("Arn", arn, "State", "ACTIVE"));
    }
}
