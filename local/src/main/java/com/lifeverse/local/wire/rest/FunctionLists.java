package com.lifeverse.local.wire.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.FunctionId;
import com.lifeverse.local.function.FunctionSettings;
import com.lifeverse.local.http.message.QueryParameter;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.mapping.Mappings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Lambda's functions and mappings to look at. */
final class FunctionLists {
    private static final int MOST_FUNCTIONS = 50;
    private static final int MOST_MAPPINGS = 100;

    private final FunctionHost functions;
    private final Mappings mappings;

    FunctionLists(FunctionHost functions, Mappings mappings) {
        this.functions = functions;
        this.mappings = mappings;
    }

    static Optional<String> parameter(Request request, String name) {
        return request.parameters().stream()
                .filter(each -> each.name().equals(name))
                .map(QueryParameter::value)
                .findFirst();
    }

    JsonNode functions(Caller caller, Request request) {
        caller.require("lambda:ListFunctions", "*");
        return page(
                request,
                "Functions",
                MOST_FUNCTIONS,
                functions.settings().stream()
                        .sorted(Comparator.comparing(FunctionSettings::name))
                        .toList(),
                settings -> told(settings, FunctionId.parse(settings.name())));
    }

    JsonNode function(Caller caller, FunctionId id) {
        caller.require("lambda:GetFunction", id.arn());
        var settings = functions.settings(id);
        var response = Json.object();
        response.set("Configuration", told(settings, id));
        response.putObject("Code")
                .put("RepositoryType", "S3")
                .put("Location", settings.code().toUri().toString());
        settings.reserved()
                .ifPresent(reserved -> response.putObject("Concurrency").put("ReservedConcurrentExecutions", reserved));
        return response;
    }

    JsonNode configuration(Caller caller, FunctionId id) {
        caller.require("lambda:GetFunctionConfiguration", id.arn());
        return told(functions.settings(id), id);
    }

    private ObjectNode told(FunctionSettings settings, FunctionId id) {
        var told = Json.object()
                .put("FunctionName", settings.name())
                .put("FunctionArn", id.arn())
                .put("Runtime", "java25")
                .put("Role", settings.role())
                .put("Handler", settings.handler())
                .put("Timeout", settings.timeout().toSeconds())
                .put("MemorySize", settings.memory())
                .put("Version", functions.version(id))
                .put("PackageType", "Zip")
                .put("State", "Active")
                .put("LastUpdateStatus", "Successful");
        var variables = told.putObject("Environment").putObject("Variables");
        settings.variables().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> variables.put(each.getKey(), each.getValue()));
        settings.deadLetters()
                .ifPresent(arn -> told.putObject("DeadLetterConfig").put("TargetArn", arn));
        return told;
    }

    JsonNode mappings(Caller caller, Request request) {
        caller.require("lambda:ListEventSourceMappings", "*");
        var source = parameter(request, "EventSourceArn");
        var function = parameter(request, "FunctionName").map(FunctionId::parse).map(FunctionId::arn);
        return page(
                request,
                "EventSourceMappings",
                MOST_MAPPINGS,
                mappings.all().stream()
                        .filter(each -> source.isEmpty()
                                || source.get().equals(each.settings().sourceArn()))
                        .filter(each -> function.isEmpty()
                                || function.get().equals(each.settings().functionArn()))
                        .toList(),
                MappingsTold::told);
    }

    JsonNode mapping(Caller caller, String uuid) {
        caller.require("lambda:GetEventSourceMapping", Cloud.arn("lambda", "event-source-mapping:" + uuid));
        return mappings.all().stream()
                .filter(each -> each.settings().id().equals(uuid))
                .findFirst()
                .map(MappingsTold::told)
                .orElseThrow(
                        () -> refused(404, "ResourceNotFoundException", "The resource you requested does not exist."));
    }

    private static <T> JsonNode page(
            Request request, String member, int most, List<T> all, Function<T, ObjectNode> told) {
        int wanted = number(request, "MaxItems", most, 1, Integer.MAX_VALUE);
        int from = Math.min(number(request, "Marker", 0, 0, Integer.MAX_VALUE), all.size());
        int to = (int) Math.min(all.size(), (long) from + Math.min(most, wanted));
        var response = Json.object();
        var list = response.putArray(member);
        all.subList(from, to).forEach(each -> list.add(told.apply(each)));
        if (to < all.size()) {
            response.put("NextMarker", Integer.toString(to));
        }
        return response;
    }

    private static int number(Request request, String name, int otherwise, int least, int most) {
        var text = parameter(request, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("\\d{1,9}")
                || Integer.parseInt(text.get()) < least
                || Integer.parseInt(text.get()) > most) {
            throw refused(400, "InvalidParameterValueException", "Invalid " + name + ": " + text.get());
        }
        return Integer.parseInt(text.get());
    }

    private static AwsServiceException refused(int status, String code, String message) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Lambda")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
