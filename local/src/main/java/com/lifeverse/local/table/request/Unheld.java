package com.lifeverse.local.table.request;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Says by name what the local tables do not hold, so that nothing is taken for done that was not. */
public final class Unheld {
    private Unheld() {}

    /** {@code client}, whose operations that it does not implement are refused by their names. */
    public static DynamoDbClient named(DynamoDbClient client) {
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
