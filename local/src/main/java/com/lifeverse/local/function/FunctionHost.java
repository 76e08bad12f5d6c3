package com.lifeverse.local.function;

import com.fasterxml.jackson.core.JsonFactory;
import com.lifeverse.local.function.instance.Blueprint;
import com.lifeverse.local.function.instance.FunctionLoader;
import com.lifeverse.local.function.instance.Invocation;
import com.lifeverse.local.function.instance.Outcome;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.AwsClients;
import com.lifeverse.platform.runtime.IdSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lambda. Functions are deployed from the template and invoked by ARN; each is also an endpoint that takes events over
 * durably and runs them later. Never invoke from inside {@link Store#write}: the function writes on another thread.
 */
public final class FunctionHost implements Functions, AutoCloseable {
    private static final int ACCOUNT_CONCURRENCY = 1_000;
    private static final int REQUEST_LIMIT = 6_291_456;

    /** In virtual time no time passes while a function runs, so only one that hangs is cut. */
    private static final Duration HANGS = Duration.ofMinutes(1);

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, DeployedFunction> deployed = new ConcurrentHashMap<>();
    private final Semaphore unreserved = new Semaphore(ACCOUNT_CONCURRENCY);
    private final Agenda agenda;
    private final Callers callers;
    private final Endpoints endpoints;
    private final IdSource ids;
    private final Function<Caller, AwsClients> clients;
    private final Hosting hosting;
    private final FunctionLogs logs;
    private final AsyncInvocations async;

    /**
     * A host without functions yet.
     *
     * @param clients the AWS clients that act in a caller's name; asked when an instance is made
     * @param log takes each function's name with each line that it prints
     * @param failures is told what was lost without anybody else knowing
     */
    public FunctionHost(
            Store store,
            Agenda agenda,
            Callers callers,
            Endpoints endpoints,
            IdSource ids,
            Function<Caller, AwsClients> clients,
            BiConsumer<String, String> log,
            Consumer<Throwable> failures) {
        this(store, agenda, callers, endpoints, ids, clients, Hosting.isolated(), log, failures);
    }

    /** As above, with instances kept as {@code hosting} says. */
    public FunctionHost(
            Store store,
            Agenda agenda,
            Callers callers,
            Endpoints endpoints,
            IdSource ids,
            Function<Caller, AwsClients> clients,
            Hosting hosting,
            BiConsumer<String, String> log,
            Consumer<Throwable> failures) {
        this.agenda = agenda;
        this.callers = callers;
        this.endpoints = endpoints;
        this.ids = ids;
        this.clients = clients;
        this.hosting = hosting;
        this.logs = new FunctionLogs(log);
        this.async = new AsyncInvocations(store, agenda, callers, endpoints, ids, failures, this::runLater);
    }

    /** Makes the function, in place of an earlier one of that name, and registers it as an endpoint. */
    public void deploy(FunctionSettings settings) {
        var concurrency = settings.reserved().isPresent()
                ? new Semaphore(settings.reserved().getAsInt())
                : unreserved;
        var function = new DeployedFunction(settings, concurrency, hosting.classes(), this::blueprint);
        var earlier = deployed.put(settings.name(), function);
        if (earlier != null) {
            earlier.close();
        }
        register(FunctionId.parse(settings.arn()), settings);
    }

    /** Makes {@code qualifier}, an alias or a version's number, mean {@code version} of a deployed function. */
    public FunctionId qualify(String function, String qualifier, String version) {
        var target = function(new FunctionId(function, Optional.empty()));
        target.qualify(qualifier, version);
        var id = new FunctionId(function, Optional.of(qualifier));
        register(id, target.settings());
        return id;
    }

    /** States what becomes of the asynchronous events that are sent to {@code function}, by exactly that qualifier. */
    public void configure(FunctionId function, AsyncSettings settings) {
        async.configure(function, settings);
    }

    /** The ARN of the role that the function acts as. */
    public String roleOf(String functionArn) {
        return function(FunctionId.parse(functionArn)).settings().role();
    }

    @Override
    public Answer invoke(Caller caller, String functionArn, String payload) {
        var id = FunctionId.parse(functionArn);
        caller.require("lambda:InvokeFunction", id.arn());
        if (payload.getBytes(StandardCharsets.UTF_8).length > REQUEST_LIMIT) {
            throw FunctionRefusal.tooLarge(REQUEST_LIMIT, "InvokeFunction");
        }
        requireJson(payload);
        return run(id, ids.next().toString(), payload);
    }

    /**
     * Runs a function like {@link #invoke} and tells what it printed meanwhile, which with several invocations at a time
     * may be another one's.
     */
    public Told tell(Caller caller, FunctionId id, String payload) {
        caller.require("lambda:InvokeFunction", id.arn());
        if (payload.getBytes(StandardCharsets.UTF_8).length > REQUEST_LIMIT) {
            throw FunctionRefusal.tooLarge(REQUEST_LIMIT, "InvokeFunction");
        }
        requireJson(payload);
        var requestId = ids.next().toString();
        var version = version(id);
        long before = logs.count(id.name());
        var answer = run(id, requestId, payload);
        return new Told(requestId, version, answer, logs.since(id.name(), before));
    }

    /** What came of an invocation, with the lines that the function printed. */
    public record Told(String requestId, String version, Answer answer, List<String> lines) {}

    /** Takes an event over, to be run later. */
    public void accept(Caller caller, FunctionId id, String payload) {
        requireInvocable(caller, id);
        requireJson(payload);
        async.accept(id, payload);
    }

    /** Refuses what an invocation by {@code caller} would be refused for before it begins. */
    public void requireInvocable(Caller caller, FunctionId id) {
        caller.require("lambda:InvokeFunction", id.arn());
        version(id);
    }

    /** The version that a function's qualifier means. */
    public String version(FunctionId id) {
        return function(id).version(id.qualifier()).orElseThrow(() -> FunctionRefusal.notFound(id));
    }

    /** A function as it was deployed. */
    public FunctionSettings settings(FunctionId id) {
        return function(id).settings();
    }

    /** All functions, as they were deployed. */
    public List<FunctionSettings> settings() {
        return deployed.values().stream().map(DeployedFunction::settings).toList();
    }

    /** The newest lines that a function printed or logged, oldest first. */
    public List<String> logs(String function) {
        return logs.lines(function);
    }

    @Override
    public void close() {
        deployed.values().forEach(DeployedFunction::close);
    }

    private void register(FunctionId id, FunctionSettings settings) {
        async.adopt(id, settings);
        endpoints.register(id.arn(), (caller, payload) -> {
            caller.require("lambda:InvokeFunction", id.arn());
            requireJson(payload);
            async.accept(id, payload);
        });
    }

    private Answer runLater(FunctionId id, String requestId, String payload) {
        var crossing = new Crossing(Crossing.Kind.INVOCATION, "event of " + id.name(), id.name(), "Invoke", payload);
        return hosting.crossings().cross(crossing, () -> run(id, requestId, payload));
    }

    private Answer run(FunctionId id, String requestId, String payload) {
        var function = function(id);
        var version = function.version(id.qualifier()).orElseThrow(() -> FunctionRefusal.notFound(id));
        return switch (function.run(new Invocation(requestId, id.arn(), version, payload))) {
            case Outcome.Answered(var answer) -> new Answer(answer, Optional.empty());
            case Outcome.Failed(var report) -> failed(id, report);
            case Outcome.Lost(var report) -> failed(id, report);
        };
    }

    /** The function's log has it already; here whoever watches the stack hears that it was a failure. */
    private Answer failed(FunctionId id, String report) {
        logs.tell(id.name(), "ERROR " + report);
        return new Answer(report, Optional.of("Unhandled"));
    }

    private DeployedFunction function(FunctionId id) {
        return Optional.ofNullable(deployed.get(id.name())).orElseThrow(() -> FunctionRefusal.notFound(id));
    }

    private Blueprint blueprint(FunctionSettings settings, FunctionLoader classes) {
        var patience = agenda.isVirtual() && settings.timeout().compareTo(HANGS) < 0 ? HANGS : settings.timeout();
        return new Blueprint(
                settings.name(),
                classes,
                settings.handler(),
                settings.environment(),
                settings.timeout(),
                patience,
                settings.memory(),
                agenda,
                ids,
                hosting.crossings(),
                hosting.onCallersThread(),
                () -> clients.apply(callers.role(settings.role())),
                StackTime.in(agenda, logs.of(settings.name())));
    }

    private static void requireJson(String payload) {
        try (var parser = JSON.createParser(payload)) {
            int values = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                parser.skipChildren();
                values++;
            }
            if (values != 1) {
                throw FunctionRefusal.notJson(values == 0 ? "No content" : "More than one value");
            }
        } catch (IOException e) {
            throw FunctionRefusal.notJson(String.valueOf(e.getMessage()));
        }
    }
}
