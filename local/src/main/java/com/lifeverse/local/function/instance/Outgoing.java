package com.lifeverse.local.function.instance;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.platform.runtime.IdSource;
import java.lang.reflect.Method;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;

/** What the SDK's own client does to a call before it leaves the machine. */
final class Outgoing {
    private Outgoing() {}

    /** True if the method is an operation of the service, and not a question to the client itself. */
    static boolean leaves(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 0;
    }

    /** The idempotency tokens that a request has none of: the same for all attempts, so that a repeat is known as one. */
    static Object[] settled(Object[] arguments, IdSource ids) {
        var settled = arguments.clone();
        settled[0] = switch (arguments[0]) {
            case TransactWriteItemsRequest write
            when write.clientRequestToken() == null ->
                write.toBuilder().clientRequestToken(ids.next().toString()).build();
            case PutSecretValueRequest put
            when put.clientRequestToken() == null ->
                put.toBuilder().clientRequestToken(ids.next().toString()).build();
            default -> arguments[0];
        };
        return settled;
    }

    static Crossing crossing(String function, Class<?> client, Method method, Object request) {
        var service = client.getSimpleName().replaceFirst("Client$", "").toLowerCase(Locale.ROOT);
        var name = method.getName();
        var operation = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Crossing(Crossing.Kind.CALL, function, service, service + ":" + operation, request);
    }
}
