package com.lifeverse.local.schedule;

import static com.lifeverse.local.schedule.SchedulerRefusals.refused;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Scheduler's own operations, in its own members, with times as ISO texts: those on schedules and those on their groups.
 * What is made here is durable, and fires from then on like what a template declares.
 */
public final class SchedulerCalls {
    private static final String TYPE = "AWS::Scheduler::Schedule";
    private static final String TOKEN = "ClientToken";
    private static final List<String> OPERATIONS =
            List.of("createSchedule", "updateSchedule", "getSchedule", "deleteSchedule", "listSchedules");

    private final Store store;
    private final Schedules schedules;
    private final GroupCalls groups;
    private final MVMap<String, String> made;

    public SchedulerCalls(Store store, Schedules schedules) {
        this.store = store;
        this.schedules = schedules;
        this.groups = new GroupCalls(schedules.groups(), this);
        this.made = store.texts("schedules.made");
        // What a template declares stays done; what was made here can be made again.
        schedules.onDeletion(arn -> {
            if (made.remove(arn) != null) {
                schedules.remove(arn);
            }
        });
    }

    /** Takes up what was made before the store was last closed. Called before the schedules start. */
    public void resume() {
        List.copyOf(made.keyList())
                .forEach(arn -> Optional.ofNullable(made.get(arn))
                        .map(Json::read)
                        .ifPresent(declared -> schedules.put(read(declared))));
    }

    /** The operations that are held, as the SDK calls them. */
    public static boolean holds(String operation) {
        return OPERATIONS.contains(operation) || GroupCalls.OPERATIONS.contains(operation);
    }

    /**
     * Performs an operation.
     *
     * @throws AwsServiceException ValidationException, ConflictException, ResourceNotFoundException, AccessDenied
     */
    public JsonNode call(Caller caller, String operation, JsonNode request) {
        var name = request.path("Name").asText();
        var action = "scheduler:" + operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
        if (GroupCalls.OPERATIONS.contains(operation)) {
            var group = operation.startsWith("list") ? "*" : name;
            caller.require(action, new ScheduleGroups.Group(group, schedules.now()).arn());
            return groups.call(operation, request, schedules.now());
        }
        var group = request.path("GroupName").asText(Schedule.DEFAULT_GROUP);
        var arn = operation.equals("listSchedules")
                ? Schedule.arn(request.path("GroupName").asText("*"), "*")
                : Schedule.arn(group, name);
        caller.require(action, arn);
        return switch (operation) {
            case "createSchedule" -> created(caller, request, arn);
            case "updateSchedule" -> {
                known(arn, name);
                yield put(caller, request);
            }
            case "getSchedule" -> described(known(arn, name));
            case "deleteSchedule" -> {
                known(arn, name);
                forget(arn);
                yield Json.object();
            }
            case "listSchedules" -> listed(request);
            default -> throw refused(400, "UnknownOperationException", operation);
        };
    }

    /** A request that is made once more with its token has been answered already. */
    private JsonNode created(Caller caller, JsonNode request, String arn) {
        if (schedules.find(arn).isEmpty()) {
            return put(caller, request);
        }
        var before = made.get(arn);
        if (before != null && request.has(TOKEN) && Json.read(before).equals(request)) {
            return Json.object().put("ScheduleArn", arn);
        }
        throw refused(
                409, "ConflictException", "Schedule " + request.path("Name").asText() + " already exists.");
    }

    private JsonNode put(Caller caller, JsonNode request) {
        var schedule = read(request);
        if (schedules.groups().find(schedule.group()).isEmpty()) {
            throw refused(404, "ResourceNotFoundException", "Schedule group " + schedule.group() + " does not exist.");
        }
        schedules.requireReachable(schedule);
        caller.require("iam:PassRole", schedule.target().roleArn());
        store.write(() -> {
            made.put(schedule.arn(), Json.text(request));
            schedules.put(schedule);
        });
        return Json.object().put("ScheduleArn", schedule.arn());
    }

    private static Schedule read(JsonNode request) {
        var name = request.path("Name").asText();
        SchedulerRefusals.requireName("name", name);
        try {
            var declaration = new Declaration("made", name, TYPE, request, Path.of("."));
            return ScheduleReader.read(
                    DeclaredProperties.of(declaration, ScheduleReader.HELD, ScheduleReader.WITHOUT_MEANING), name);
        } catch (UnsupportedProperty e) {
            throw refused(400, "ValidationException", e.bare(), e);
        } catch (DateTimeParseException e) {
            throw refused(400, "ValidationException", String.valueOf(e.getMessage()), e);
        }
    }

    private void forget(String arn) {
        store.write(() -> {
            made.remove(arn);
            schedules.remove(arn);
        });
    }

    /** Forgets the schedules of a group. */
    void forgetAll(String group) {
        schedules.in(group).forEach(schedule -> forget(schedule.arn()));
    }

    private Schedule known(String arn, String name) {
        return schedules
                .find(arn)
                .orElseThrow(() -> refused(404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
    }

    private JsonNode listed(JsonNode request) {
        var group = request.path("GroupName").asText("");
        var prefix = request.path("NamePrefix").asText("");
        var state = request.path("State").asText("");
        return SchedulerRefusals.page(
                request,
                "Schedules",
                schedules.all().stream()
                        .filter(schedule -> group.isEmpty() || schedule.group().equals(group))
                        .filter(schedule -> schedule.name().startsWith(prefix))
                        .filter(schedule -> state.isEmpty() || state.equals(state(schedule)))
                        .map(this::line)
                        .toList());
    }

    private JsonNode described(Schedule schedule) {
        var whole = schedule.request().deepCopy();
        whole.remove(TOKEN);
        if (!whole.has("ScheduleExpressionTimezone")) {
            whole.put("ScheduleExpressionTimezone", "UTC");
        }
        whole.put("ActionAfterCompletion", schedule.deletedWhenDone() ? "DELETE" : "NONE");
        var known = line(schedule);
        known.remove("Target");
        return whole.setAll(known);
    }

    private ObjectNode line(Schedule schedule) {
        var dates = schedules.datesOf(schedule.arn());
        var node = Json.object()
                .put("Arn", schedule.arn())
                .put("Name", schedule.name())
                .put("GroupName", schedule.group())
                .put("State", state(schedule))
                .put("CreationDate", dates.made().toString())
                .put("LastModificationDate", dates.changed().toString());
        node.putObject("Target").put("Arn", schedule.target().arn());
        return node;
    }

    private static String state(Schedule schedule) {
        return schedule.enabled() ? "ENABLED" : "DISABLED";
    }
}
