package com.lifeverse.local.schedule;

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
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Scheduler's own operations, in its own members: CreateSchedule, UpdateSchedule, GetSchedule, DeleteSchedule and
 * ListSchedules. What is made here is durable, and fires from then on like what a template declares.
 */
public final class SchedulerCalls {
    private static final String TYPE = "AWS::Scheduler::Schedule";

    private final Store store;
    private final Schedules schedules;
    private final MVMap<String, String> made;

    public SchedulerCalls(Store store, Schedules schedules) {
        this.store = store;
        this.schedules = schedules;
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
        return List.of("createSchedule", "updateSchedule", "getSchedule", "deleteSchedule", "listSchedules")
                .contains(operation);
    }

    /**
     * Performs an operation.
     *
     * @throws AwsServiceException ValidationException, ConflictException, ResourceNotFoundException, AccessDenied
     */
    public JsonNode call(Caller caller, String operation, JsonNode request) {
        var group = request.path("GroupName").asText(Schedule.DEFAULT_GROUP);
        var name = request.path("Name").asText();
        var arn = Schedule.arn(group, operation.equals("listSchedules") ? "*" : name);
        caller.require("scheduler:" + Character.toUpperCase(operation.charAt(0)) + operation.substring(1), arn);
        return switch (operation) {
            case "createSchedule" -> {
                if (schedules.find(arn).isPresent()) {
                    throw refused(409, "ConflictException", "Schedule " + name + " already exists.");
                }
                yield put(caller, request);
            }
            case "updateSchedule" -> {
                known(arn, name);
                yield put(caller, request);
            }
            case "getSchedule" -> described(known(arn, name));
            case "deleteSchedule" -> {
                known(arn, name);
                store.write(() -> {
                    made.remove(arn);
                    schedules.remove(arn);
                });
                yield Json.object();
            }
            case "listSchedules" -> {
                var response = Json.object();
                var list = response.putArray("Schedules");
                schedules.in(group).forEach(schedule -> list.add(line(schedule)));
                yield response;
            }
            default -> throw refused(400, "UnknownOperationException", operation);
        };
    }

    private JsonNode put(Caller caller, JsonNode request) {
        var schedule = read(request);
        caller.require("iam:PassRole", schedule.target().roleArn());
        store.write(() -> {
            made.put(schedule.arn(), Json.text(request));
            schedules.put(schedule);
        });
        return Json.object().put("ScheduleArn", schedule.arn());
    }

    private Schedule read(JsonNode request) {
        var name = request.path("Name").asText();
        if (!name.matches("[0-9a-zA-Z-_.]{1,64}")) {
            throw refused(400, "ValidationException", "Invalid schedule name: '" + name + "'");
        }
        try {
            var declaration = new Declaration("made", name, TYPE, request, Path.of("."));
            return ScheduleReader.read(
                    DeclaredProperties.of(declaration, ScheduleReader.HELD, ScheduleReader.WITHOUT_MEANING), name);
        } catch (UnsupportedProperty | DateTimeParseException e) {
            throw refused(400, "ValidationException", String.valueOf(e.getMessage()), e);
        }
    }

    private Schedule known(String arn, String name) {
        return schedules
                .find(arn)
                .orElseThrow(() -> refused(404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
    }

    private JsonNode described(Schedule schedule) {
        var declared = made.get(schedule.arn());
        var node = declared != null && Json.read(declared) instanceof ObjectNode object ? object : line(schedule);
        node.remove("ClientToken");
        return node.put("Arn", schedule.arn())
                .put("GroupName", schedule.group())
                .put("State", schedule.enabled() ? "ENABLED" : "DISABLED");
    }

    private static ObjectNode line(Schedule schedule) {
        var node = Json.object()
                .put("Arn", schedule.arn())
                .put("Name", schedule.name())
                .put("GroupName", schedule.group())
                .put("State", schedule.enabled() ? "ENABLED" : "DISABLED");
        node.putObject("Target").put("Arn", schedule.target().arn());
        return node;
    }

    private static AwsServiceException refused(int status, String code, String message) {
        return refused(status, code, message, null);
    }

    private static AwsServiceException refused(int status, String code, String message, @Nullable Throwable cause) {
        return AwsServiceException.builder()
                .message(message)
                .cause(cause)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Scheduler")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
