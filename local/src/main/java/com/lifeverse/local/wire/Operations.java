package com.lifeverse.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.wire.json.RequestReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The operations of one service by name: every method of its SDK client that takes a request and gives a response. What
 * the client can do, the port can do.
 */
final class Operations {
    private final Map<String, Method> methods;
    private final Function<Caller, ?> clients;

    private Operations(Map<String, Method> methods, Function<Caller, ?> clients) {
        this.methods = methods;
        this.clients = clients;
    }

    /** The operations of {@code client}, which {@code clients} gives for each caller. */
    static <C> Operations of(Class<C> client, Function<Caller, C> clients) {
        var methods = Arrays.stream(client.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .collect(Collectors.toMap(method -> capitalised(method.getName()), Function.identity()));
        return new Operations(methods, clients);
    }

    Optional<Method> find(String name) {
        return Optional.ofNullable(methods.get(name));
    }

    /** Calls {@code operation} with the request that {@code body} is, in the name of {@code caller}. */
    SdkPojo call(Method operation, JsonNode body, Caller caller) {
        var request = RequestReader.read(body, builder(operation.getParameterTypes()[0]));
        return (SdkPojo) invoke(operation, clients.apply(caller), request);
    }

    private static SdkPojo builder(Class<?> request) {
        try {
            return (SdkPojo) invoke(request.getMethod("builder"), null);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every request of the SDK has a builder: " + request, e);
        }
    }

    private static Object invoke(Method method, @Nullable Object target, Object... arguments) {
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

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
