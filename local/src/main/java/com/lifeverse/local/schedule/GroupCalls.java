package com.lifeverse.local.schedule;

import static com.lifeverse.local.schedule.SchedulerRefusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.List;

/** Scheduler's operations on groups. A group that is deleted takes its schedules with it, at once. */
final class GroupCalls {
    static final List<String> OPERATIONS =
            List.of("createScheduleGroup", "getScheduleGroup", "listScheduleGroups", "deleteScheduleGroup");

    private final ScheduleGroups groups;
    private final SchedulerCalls schedules;

    GroupCalls(ScheduleGroups groups, SchedulerCalls schedules) {
        this.groups = groups;
        this.schedules = schedules;
    }

    JsonNode call(String operation, JsonNode request, Instant now) {
        var name = request.path("Name").asText();
        return switch (operation) {
            case "createScheduleGroup" -> {
                SchedulerRefusals.requireName("name", name);
                if (groups.find(name).isPresent()) {
                    throw refused(409, "ConflictException", "Schedule group " + name + " already exists.");
                }
                groups.define(name, now);
                yield Json.object().put("ScheduleGroupArn", known(name).arn());
            }
            case "getScheduleGroup" -> told(known(name));
            case "deleteScheduleGroup" -> {
                if (name.equals(Schedule.DEFAULT_GROUP)) {
                    throw refused(400, "ValidationException", "Cannot delete the default schedule group.");
                }
                known(name);
                schedules.forgetAll(name);
                groups.remove(name);
                yield Json.object();
            }
            default -> {
                var prefix = request.path("NamePrefix").asText();
                yield SchedulerRefusals.page(
                        request,
                        "ScheduleGroups",
                        groups.all().stream()
                                .filter(group -> group.name().startsWith(prefix))
                                .map(GroupCalls::told)
                                .toList());
            }
        };
    }

    private ScheduleGroups.Group known(String name) {
        return groups.find(name)
                .orElseThrow(
                        () -> refused(404, "ResourceNotFoundException", "Schedule group " + name + " does not exist."));
    }

    private static ObjectNode told(ScheduleGroups.Group group) {
        return Json.object()
                .put("Arn", group.arn())
                .put("Name", group.name())
                .put("State", "ACTIVE")
                .put("CreationDate", group.made().toString())
                .put("LastModificationDate", group.made().toString());
    }
}
