package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.wire.json.Mismatch;
import com.lifeverse.local.wire.json.RequestReader;
import com.lifeverse.local.wire.json.ResponseWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Any operation of a service by its SDK client: {@code arn:aws:states:::aws-sdk:SERVICE:OPERATION}, and those few that
 * are also optimised integrations, all of DynamoDB. Arguments and result are the operation's own, as JSON.
 *
 * @param <C> the client
 */
public final class SdkCall<C> implements TaskIntegration {
    private static final String SDK = "arn:aws:states:::aws-sdk:";
    private static final String OPTIMISED = "arn:aws:states:::";

    private final Service service;
    private final Class<C> type;
    private final Function<Caller, C> clients;
    private final Crossings crossings;

    /**
     * How a service is named.
     *
     * @param resource in resources, such as {@code dynamodb}
     * @param errors before the errors of its SDK calls, such as {@code DynamoDb}
     * @param optimised the operations that are optimised integrations as well
     */
    public record Service(String resource, String errors, Set<String> optimised) {}

    public SdkCall(Service service, Class<C> type, Function<Caller, C> clients, Crossings crossings) {
        this.service = service;
        this.type = type;
        this.clients = clients;
        this.crossings = crossings;
    }

    @Override
    public boolean serves(String resource) {
        return operation(resource).isPresent();
    }

    /** Of an optimised integration only its own pattern is there, and these have none. */
    @Override
    public boolean waits(String resource) {
        return resource.startsWith(SDK) && TaskIntegration.super.waits(resource);
    }

    @Override
    public JsonNode perform(Call call) {
        var operation = operation(call.resource()).orElseThrow();
        boolean sdk = call.resource().startsWith(SDK);
        var what = service.resource() + ":" + operation.getName();
        try {
            return crossings.cross(
                    new Crossing(Crossing.Kind.TASK, "workflow", service.resource(), what, call.arguments()),
                    () -> call.once().keep(operation.getName(), () -> answer(operation, call)));
        } catch (Mismatch e) {
            throw new TaskFailure("States.Runtime", "The parameters of " + what + " are not valid: " + e.getMessage());
        } catch (AwsServiceException e) {
            throw sdk ? ServiceFailures.ofSdk(service.errors(), e) : OldClient.DYNAMODB.failure(e);
        }
    }

    private JsonNode answer(Method operation, Call call) {
        var arguments = call.arguments() instanceof ObjectNode object ? object : Json.object();
        var request = RequestReader.read(arguments, builder(operation.getParameterTypes()[0]));
        var response = (SdkPojo) invoke(operation, clients.apply(call.caller()), request);
        return Json.read(new String(ResponseWriter.write(response), StandardCharsets.UTF_8));
    }

    private Optional<Method> operation(String resource) {
        var sdk = SDK + service.resource() + ":";
        var optimised = OPTIMISED + service.resource() + ":";
        if (resource.startsWith(sdk)) {
            return method(resource.substring(sdk.length()));
        }
        return resource.startsWith(optimised)
                ? method(resource.substring(optimised.length()))
                        .filter(method -> service.optimised().contains(method.getName()))
                : Optional.empty();
    }

    private Optional<Method> method(String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name)
                        && method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .findFirst();
    }

    private static SdkPojo builder(Class<?> request) {
        try {
            return (SdkPojo) invoke(request.getMethod("builder"), request);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every request of the SDK has a builder: " + request, e);
        }
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The SDK's clients are public: " + method, e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException thrown
                    ? thrown
                    : new IllegalStateException(method + " failed", e.getCause());
        }
    }
}
