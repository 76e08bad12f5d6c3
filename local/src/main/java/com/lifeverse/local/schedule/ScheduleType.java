package com.lifeverse.local.schedule;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.util.Map;

/** {@code AWS::Scheduler::Schedule}, fired to the second. */
public final class ScheduleType implements ResourceType {
    private final Schedules schedules;

    public ScheduleType(Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public String name() {
        return "AWS::Scheduler::Schedule";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, ScheduleReader.HELD, ScheduleReader.WITHOUT_MEANING);
        var schedule = ScheduleReader.read(properties, properties.nameFrom("Name"));
        schedules.requireReachable(schedule);
        schedules.put(schedule);
        return new Provisioned(schedule.name(), Map.of("Arn", schedule.arn()));
    }
}
