package com.lifeverse.local.table.sdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Says by name what the local tables do not hold, so that nothing is taken for done that was not. */
final class Refusals {
    private Refusals() {}

    /** Refuses {@code parameter} of {@code operation} if the request gives it. */
    static void parameter(String operation, String parameter, boolean isGiven) {
        if (isGiven) {
            throw new UnsupportedOperationException("The local tables do not hold " + operation + " with " + parameter);
        }
    }

    /** As {@link #parameter(String, String, boolean)}, for a parameter that is given unless null. */
    static void parameter(String operation, String parameter, @Nullable Object value) {
        parameter(operation, parameter, value != null);
    }

    /** {@code client}, whose operations that it does not implement are refused by their names. */
    static DynamoDbClient named(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, method, arguments) -> {
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        var cause = e.getCause();
                        if (cause instanceof UnsupportedOperationException && cause.getMessage() == null) {
                            throw new UnsupportedOperationException(
                                    "The local tables do not hold the operation " + method.getName(), cause);
                        }
                        throw cause == null ? e : cause;
                    }
                });
    }
}
