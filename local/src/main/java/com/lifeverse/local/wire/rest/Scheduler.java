package com.lifeverse.local.wire.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.http.message.Percent;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.schedule.SchedulerCalls;
import com.lifeverse.local.wire.RestAnswers;
import com.lifeverse.local.wire.RestApi;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** EventBridge Scheduler: schedules and their groups. */
public final class Scheduler implements RestApi {
    private static final Pattern PATH = Pattern.compile("/(schedules|schedule-groups)(?:/([^/]+))?/?");
    private static final String TAGS = "/tags/";
    private static final Map<String, String> VERBS =
            Map.of("POST", "create", "GET", "get", "PUT", "update", "DELETE", "delete");

    /** What requests call their parameters, and what those are called elsewhere. */
    private static final Map<String, String> PARAMETERS = Map.of(
            "groupName", "GroupName",
            "ScheduleGroup", "GroupName",
            "clientToken", "ClientToken",
            "NamePrefix", "NamePrefix",
            "State", "State",
            "NextToken", "NextToken",
            "MaxResults", "MaxResults");

    private static final List<String> DATES = List.of("StartDate", "EndDate", "CreationDate", "LastModificationDate");

    private final SchedulerCalls scheduler;

    public Scheduler(SchedulerCalls scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public String signedFor() {
        return "scheduler";
    }

    @Override
    public boolean takes(Request request) {
        return PATH.matcher(request.path()).matches() || request.path().startsWith(TAGS);
    }

    @Override
    public Response respond(Request request, Caller caller) {
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return refusal(404, "UnknownOperationException", "Tags are not held locally");
        }
        var kind = path.group(1).equals("schedules") ? "Schedule" : "ScheduleGroup";
        var name = path.group(2);
        var verb = name == null && request.method().equals("GET") ? "list" : VERBS.get(request.method());
        var operation = verb + kind + (name == null ? "s" : "");
        if (!SchedulerCalls.holds(operation)) {
            return refusal(
                    404, "UnknownOperationException", request.method() + " " + request.path() + " is not held locally");
        }
        var given = request.body().size() == 0
                ? Json.object()
                : Json.parse(new String(request.body().bytes(), StandardCharsets.UTF_8))
                        .orElse(null);
        if (!(given instanceof ObjectNode members)) {
            return RestAnswers.refusal(400, "SerializationException", "The body is no JSON object");
        }
        if (name != null) {
            members.put("Name", Percent.decode(name));
        }
        request.parameters().forEach(each -> {
            var member = PARAMETERS.get(each.name());
            if (member != null) {
                members.put(member, each.value());
            }
        });
        DATES.stream().filter(members::has).forEach(date -> members.put(date, moment(members.get(date))));
        return Response.json(200, Json.text(told(scheduler.call(caller, operation, members))));
    }

    private static String moment(JsonNode date) {
        return date.isNumber()
                ? Instant.ofEpochMilli(date.decimalValue().movePointRight(3).longValue())
                        .toString()
                : date.asText();
    }

    /** The same with moments as this protocol has them. */
    private static JsonNode told(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            DATES.stream()
                    .filter(object::has)
                    .forEach(date -> object.put(
                            date,
                            BigDecimal.valueOf(
                                    Instant.parse(object.get(date).asText()).toEpochMilli(), 3)));
        }
        for (var part : answer) {
            if (part.isContainerNode()) {
                told(part);
            }
        }
        return answer;
    }
}
