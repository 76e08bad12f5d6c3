package com.lifeverse.local.function.instance;

import com.lifeverse.platform.runtime.AwsClients;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.lang.reflect.UndeclaredThrowableException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * What stands between an instance and the AWS services. Once shut, every further call is refused, so that a function that
 * outlived its time-out can no longer change anything; a call already under way is let finish, as a request that has left
 * the machine would.
 */
final class Gate {
    private final Map<List<Object>, Object> clients = new ConcurrentHashMap<>();
    private final Map<Method, Boolean> ownDefaults = new ConcurrentHashMap<>();
    private final Blueprint blueprint;
    private Instant end = Instant.MAX;
    private boolean shut;
    private int inside;

    /** A gate that is open, and without an end. */
    Gate(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** From now on the instance is lost at its first call after {@code end}. */
    synchronized void opensUntil(Instant end) {
        this.end = end;
    }

    /** The instance is lost if its time is up. */
    synchronized void requireTime() {
        if (blueprint.clock().instant().isAfter(end)) {
            throw new InstanceLost(InstanceLost.Reason.TIMED_OUT);
        }
    }

    /** The same clients behind this gate. */
    AwsClients guard(AwsClients target) {
        return proxy(AwsClients.class, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return call(target, method, arguments);
            }
            // A client is of one service, or of one endpoint of it.
            var which = arguments == null ? List.<Object>of(method) : List.of(method, arguments[0]);
            var known = clients.get(which);
            if (known == null) {
                known = client(method.getReturnType(), call(target, method, arguments));
                clients.put(which, known);
            }
            return known;
        });
    }

    /** Refuses all later calls. True if none is under way, so that the instance's thread may be interrupted. */
    synchronized boolean shut() {
        shut = true;
        return inside == 0;
    }

    private <T> T client(Class<T> type, Object target) {
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return call(target, method, arguments);
            }
            // A paginator or a request builder's shorthand is the interface's own code: run on the proxy, its calls
            // come through here one by one.
            if (method.isDefault() && ownDefaults.computeIfAbsent(method, m -> isOwnCode(m, target.getClass()))) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            enter();
            try {
                return Outgoing.leaves(arguments)
                        ? cross(type, target, method, Outgoing.settled(arguments, blueprint.ids()))
                        : call(target, method, arguments);
            } finally {
                leave();
            }
        });
    }

    private Object cross(Class<?> type, Object target, Method method, Object[] arguments) {
        var crossing = Outgoing.crossing(blueprint.function(), type, method, arguments[0]);
        var answer = blueprint.crossings().cross(crossing, () -> carried(target, method, arguments));
        requireTime();
        return answer;
    }

    /** What the clients throw is unchecked, all of it. */
    private static Object carried(Object target, Method method, Object[] arguments) {
        try {
            return call(target, method, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new UndeclaredThrowableException(e);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** A target that is itself a proxy seems to implement everything: then the form of the method has to tell. */
    private static boolean isOwnCode(Method method, Class<?> target) {
        return method.getName().endsWith("Paginator")
                || List.of(method.getParameterTypes()).contains(Consumer.class)
                || inherits(target, method);
    }

    private static boolean inherits(Class<?> target, Method method) {
        try {
            return target.getMethod(method.getName(), method.getParameterTypes())
                    .getDeclaringClass()
                    .isInterface();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(target + " does not implement " + method, e);
        }
    }

    private synchronized void enter() {
        requireTime();
        if (shut) {
            throw AbortedException.create("The instance that makes this call has been discarded");
        }
        inside++;
    }

    private synchronized void leave() {
        inside--;
    }
}
