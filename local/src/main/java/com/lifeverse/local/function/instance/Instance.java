package com.lifeverse.local.function.instance;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.lifeverse.local.kernel.Halt;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One execution environment: a handler on a thread of its own that serves one invocation at a time. The handler is made at
 * the first invocation and keeps its state between them. After {@link Outcome.Lost} it must not be used again.
 */
public final class Instance implements AutoCloseable {
    /** What Lambda grants a function to get ready, apart from its time-out. */
    private static final Duration INIT = Duration.ofSeconds(10);

    private final Blueprint blueprint;
    private final Gate gate;
    private final ExecutorService thread;
    private @Nullable RequestStreamHandler handler;

    public Instance(Blueprint blueprint) {
        CapturedOutput.install();
        this.blueprint = blueprint;
        this.gate = new Gate(blueprint);
        this.thread = Executors.newSingleThreadExecutor(task -> {
            // A platform thread: a handler that never yields must not keep a carrier from everybody else.
            var made = Thread.ofPlatform()
                    .daemon()
                    .name("function-" + blueprint.function())
                    .unstarted(task);
            made.setContextClassLoader(blueprint.classes());
            return made;
        });
    }

    /** The classes that it was made from. */
    public FunctionLoader classes() {
        return blueprint.classes();
    }

    /** Runs the handler and returns at the latest when its time is up. */
    public Outcome run(Invocation invocation) {
        if (blueprint.onCallersThread()) {
            return runHere(invocation);
        }
        var ready = new CountDownLatch(1);
        var outcome = thread.submit(() -> serve(invocation, ready));
        try {
            if (ready.await(INIT.plus(blueprint.patience()).toMillis(), TimeUnit.MILLISECONDS)) {
                return outcome.get(blueprint.patience().toMillis(), TimeUnit.MILLISECONDS);
            }
            return cut(outcome, invocation);
        } catch (TimeoutException e) {
            return cut(outcome, invocation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cut(outcome, invocation);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The host failed around " + blueprint.function(), e.getCause());
        }
    }

    private Outcome runHere(Invocation invocation) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(blueprint.classes());
        var captured = CapturedOutput.capturing(blueprint.log());
        // A call within another's is of another process: neither's lines say that they are of the other's.
        var outer = MDC.getCopyOfContextMap();
        MDC.clear();
        try {
            gate.opensUntil(blueprint.clock().instant().plus(blueprint.timeout()));
            var answer = answer(handler(), invocation, new CountDownLatch(1));
            gate.requireTime();
            return answer;
        } catch (Halt end) {
            throw end;
        } catch (InstanceLost lost) {
            gate.shut();
            return new Outcome.Lost(
                    switch (lost.reason()) {
                        case CRASHED -> FailureReport.crashed(invocation.requestId());
                        case TIMED_OUT -> FailureReport.timedOut(invocation.requestId(), blueprint.timeout());
                    });
        } catch (Throwable e) {
            return failure(e);
        } finally {
            captured.run();
            MDC.setContextMap(outer == null ? Map.of() : outer);
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        gate.shut();
        thread.shutdown();
    }

    private Outcome cut(Future<Outcome> outcome, Invocation invocation) {
        // An interrupt inside a call would close the store's file under everybody: only a thread outside gets one.
        if (gate.shut()) {
            outcome.cancel(true);
        }
        thread.shutdown();
        var report = FailureReport.timedOut(invocation.requestId(), blueprint.timeout());
        blueprint.log().accept(report);
        return new Outcome.Lost(report);
    }

    private Outcome serve(Invocation invocation, CountDownLatch ready) {
        CapturedOutput.captureThisThread(blueprint.log());
        try {
            return answer(handler(), invocation, ready);
        } catch (Throwable e) {
            return failure(e);
        } finally {
            ready.countDown();
            CapturedOutput.flushThisThread();
        }
    }

    private RequestStreamHandler handler() throws Throwable {
        var known = handler;
        if (known == null) {
            known = make();
            handler = known;
        }
        return known;
    }

    private RequestStreamHandler make() throws Throwable {
        var runtime = new LambdaRuntime(
                blueprint.environment(),
                blueprint.clock(),
                blueprint.ids(),
                gate.guard(blueprint.clients().get()));
        try {
            return blueprint
                    .classes()
                    .loadClass(blueprint.handler())
                    .asSubclass(RequestStreamHandler.class)
                    .getConstructor(LambdaRuntime.class)
                    .newInstance(runtime);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private Outcome answer(RequestStreamHandler made, Invocation invocation, CountDownLatch ready) throws Exception {
        var output = new ByteArrayOutputStream();
        var deadline = blueprint.clock().instant().plus(blueprint.timeout());
        ready.countDown();
        made.handleRequest(
                new ByteArrayInputStream(invocation.payload().getBytes(StandardCharsets.UTF_8)),
                output,
                new InvocationContext(
                        invocation,
                        blueprint.function(),
                        blueprint.memory(),
                        deadline,
                        blueprint.clock(),
                        blueprint.log()));
        return output.size() > FailureReport.RESPONSE_LIMIT
                ? new Outcome.Failed(FailureReport.tooLarge())
                : new Outcome.Answered(output.toString(StandardCharsets.UTF_8));
    }

    private Outcome failure(Throwable thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        trace.toString().lines().forEach(blueprint.log());
        var report = FailureReport.of(thrown);
        boolean fatal = handler == null || thrown instanceof VirtualMachineError || thrown instanceof IOError;
        return fatal ? new Outcome.Lost(report) : new Outcome.Failed(report);
    }
}
