package com.lifeverse.local.wire.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.FunctionId;
import com.lifeverse.local.function.ProvisionedConcurrency;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Headers;
import com.lifeverse.local.http.message.Percent;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.mapping.Mappings;
import com.lifeverse.local.wire.RestApi;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lambda: invocations, a look at functions and mappings, and instances that stand ready. */
public final class Lambda implements RestApi {
    private static final String ROOT = "/2015-03-31/";
    /** Lambda's operations begin with the day on which they came. */
    private static final Pattern ANY = Pattern.compile("/20\\d\\d-\\d\\d-\\d\\d/.*");

    private static final Pattern FUNCTIONS = Pattern.compile(ROOT + "functions/?");
    private static final Pattern FUNCTION = Pattern.compile(ROOT + "functions/([^/]+)(/configuration)?");
    private static final Pattern INVOCATION = Pattern.compile(ROOT + "functions/([^/]+)/invocations");
    private static final Pattern MAPPING = Pattern.compile(ROOT + "event-source-mappings(?:/([^/]*))?");
    private static final Pattern INSTANCES = Pattern.compile("/2019-09-30/functions/([^/]+)/provisioned-concurrency");
    private static final int TAIL = 4_096;

    private final FunctionHost functions;
    private final FunctionLists lists;
    private final ProvisionedConcurrency instances;

    public Lambda(FunctionHost functions, Mappings mappings, ProvisionedConcurrency instances) {
        this.instances = instances;
        this.functions = functions;
        this.lists = new FunctionLists(functions, mappings);
    }

    @Override
    public String signedFor() {
        return "lambda";
    }

    @Override
    public boolean takes(Request request) {
        return ANY.matcher(request.path()).matches();
    }

    @Override
    public Response respond(Request request, Caller caller) {
        var path = request.path();
        var invocation = INVOCATION.matcher(path);
        if (invocation.matches() && request.method().equals("POST")) {
            return invoke(request, caller, id(invocation.group(1), request));
        }
        var provisioned = INSTANCES.matcher(path);
        if (provisioned.matches()) {
            return ready(request, caller, id(provisioned.group(1), request));
        }
        if (request.method().equals("GET")) {
            var looked = look(request, caller);
            if (looked.isPresent()) {
                return Response.json(200, Json.text(looked.get()));
            }
        }
        return refusal(404, "UnknownOperationException", request.method() + " " + path + " is not held locally");
    }

    private Optional<JsonNode> look(Request request, Caller caller) {
        var path = request.path();
        var function = FUNCTION.matcher(path);
        var mapping = MAPPING.matcher(path);
        if (FUNCTIONS.matcher(path).matches()) {
            return Optional.of(lists.functions(caller, request));
        }
        if (function.matches()) {
            var id = id(function.group(1), request);
            return Optional.of(
                    function.group(2) == null ? lists.function(caller, id) : lists.configuration(caller, id));
        }
        if (!mapping.matches()) {
            return Optional.empty();
        }
        var uuid = mapping.group(1);
        return Optional.of(
                uuid == null || uuid.isEmpty() ? lists.mappings(caller, request) : lists.mapping(caller, uuid));
    }

    private Response invoke(Request request, Caller caller, FunctionId id) {
        var type = request.headers().first("x-amz-invocation-type").orElse("RequestResponse");
        var payload =
                request.body().size() == 0 ? "{}" : new String(request.body().bytes(), StandardCharsets.UTF_8);
        return switch (type) {
            case "RequestResponse" -> {
                boolean tail =
                        request.headers().first("x-amz-log-type").orElse("None").equals("Tail");
                yield answered(functions.tell(caller, id, payload), tail);
            }
            case "Event" -> {
                functions.accept(caller, id, payload);
                yield new Response(202, Headers.NONE, Body.EMPTY);
            }
            case "DryRun" -> {
                functions.requireInvocable(caller, id);
                yield new Response(204, Headers.NONE, Body.EMPTY);
            }
            default ->
                refusal(
                        400,
                        "InvalidParameterValueException",
                        ("1 validation error detected: Value '%s' at 'invocationType' failed to satisfy constraint: "
                                        + "Member must satisfy enum value set: [RequestResponse, Event, DryRun]")
                                .formatted(type));
        };
    }

    private Response ready(Request request, Caller caller, FunctionId id) {
        return switch (request.method()) {
            case "PUT" -> {
                var asked = Json.read(new String(request.body().bytes(), StandardCharsets.UTF_8));
                int wanted = asked.path("ProvisionedConcurrentExecutions").asInt();
                yield Response.json(202, Json.text(instances.put(caller, id, wanted)));
            }
            case "GET" -> Response.json(200, Json.text(instances.get(caller, id)));
            case "DELETE" -> {
                instances.delete(caller, id);
                yield new Response(204, Headers.NONE, Body.EMPTY);
            }
            default -> refusal(405, "MethodNotAllowedException", request.method() + " is not held locally");
        };
    }

    private static Response answered(FunctionHost.Told told, boolean tail) {
        var response = Response.json(200, told.answer().payload()).with("x-amz-executed-version", told.version());
        if (told.answer().functionError().isPresent()) {
            response = response.with(
                    "x-amz-function-error", told.answer().functionError().get());
        }
        return tail ? response.with("x-amz-log-result", tail(told)) : response;
    }

    /** The end of what the function printed, between the lines that Lambda adds. */
    private static String tail(FunctionHost.Told told) {
        var log = new StringBuilder("START RequestId: %s Version: %s\n".formatted(told.requestId(), told.version()));
        told.lines().forEach(line -> log.append(line).append('\n'));
        log.append("END RequestId: ").append(told.requestId()).append('\n');
        var bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        int from = Math.max(0, bytes.length - TAIL);
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static FunctionId id(String name, Request request) {
        var named = FunctionId.parse(Percent.decode(name));
        return FunctionLists.parameter(request, "Qualifier")
                .map(qualifier -> new FunctionId(named.name(), Optional.of(qualifier)))
                .orElse(named);
    }

    @Override
    public Response refusal(int status, String code, @Nullable String message) {
        var type = status >= 500 ? "Service" : "User";
        var document = Json.object().put("Type", type).put("Message", message);
        return new Response(
                status,
                Headers.of(Map.of("content-type", "application/json", "x-amzn-errortype", code)),
                Body.of(Json.text(document)));
    }
}
