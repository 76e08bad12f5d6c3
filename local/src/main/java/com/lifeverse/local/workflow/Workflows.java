package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.InvalidDefinition;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Limits;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.maprun.MapRun;
import com.lifeverse.local.workflow.task.Integrations;
import com.lifeverse.local.workflow.task.TaskIntegration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The local Step Functions. An accepted start and every transition after it are durable when they are told; what runs
 * when the process ends goes on after {@link #resume}, a task in flight from its beginning. Errors are
 * {@code AwsServiceException}s with AWS's codes.
 */
public final class Workflows {
    /** No blanks, brackets, wildcards, control characters, nor what means something in an ARN or a URL. */
    private static final Pattern NAME = Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

    private final Store store;
    private final Agenda agenda;
    private final Endpoints endpoints;
    private final Chance chance;
    private final Acceptance acceptance;
    private final StartQuota quota;
    private final Machines machines;
    private final Executions executions;
    private final Endings endings;
    private final Driver driver;

    public Workflows(
            Store store,
            Agenda agenda,
            Callers callers,
            Endpoints endpoints,
            List<TaskIntegration> integrations,
            Function<Caller, S3Client> objects,
            Chance chance) {
        this.store = store;
        this.agenda = agenda;
        this.endpoints = endpoints;
        var all = new ArrayList<>(integrations);
        all.add(new StartNested(this, agenda));
        var tasks = new Integrations(all);
        this.chance = chance;
        this.acceptance = new Acceptance(tasks, callers);
        this.quota = new StartQuota(agenda);
        this.machines = new Machines(store, agenda, chance);
        this.executions = new Executions(store);
        this.endings = new Endings(agenda, executions);
        this.driver = new Driver(store, agenda, callers, tasks, chance, machines, executions, endings, objects);
    }

    /** Makes a state machine, or a new revision of it. A definition that cannot be run here is refused by name. */
    public void create(Machine machine) {
        acceptance.requireSizeAndRole(machine);
        // What the store has was accepted when it was made. A stack that starts again has dozens of them, and few run.
        if (!machines.hasRevision(machine)) {
            accept(machine);
        }
        machines.put(machine);
        receive(machine.arn());
    }

    private void accept(Machine machine) {
        try {
            acceptance.require(machine, machines.definition(machine));
        } catch (InvalidDefinition e) {
            throw Refusal.INVALID_DEFINITION.because(String.valueOf(e.getMessage()));
        }
    }

    /** Publishes the current revision and returns the version's ARN; the same revision keeps its version. */
    public String publish(String machineArn, Optional<String> revisionId) {
        return machines.publish(machineArn, revisionId);
    }

    /** Points an alias to versions with weights that add up to 100, and returns its ARN. */
    public String alias(String name, List<Machines.Route> routes) {
        var arn = machines.alias(name, routes);
        receive(arn);
        return arn;
    }

    /** Lets a machine or an alias that is in no template be there after a restart, too. */
    public void keep(String arn) {
        machines.keep(arn);
    }

    private void receive(String arn) {
        endpoints.register(arn, (caller, payload) -> start(caller, arn, Optional.empty(), payload));
    }

    /**
     * Starts an execution and returns its ARN. A Standard execution of the same name and input that still runs is
     * answered again instead.
     *
     * @param arn of a machine, a version or an alias
     * @param input JSON text
     */
    public String start(Caller caller, String arn, Optional<String> name, String input) {
        caller.require("states:StartExecution", arn);
        return started(arn, name, input);
    }

    private String started(String arn, Optional<String> name, String input) {
        var target = machines.target(arn);
        var machine = target.machine();
        var now = agenda.instant();
        var called = name.orElseGet(() -> chance.uuid().toString());
        if (!NAME.matcher(called).matches()) {
            throw Refusal.INVALID_NAME.because("Invalid Name: '" + called + "'");
        }
        quota.take(machine.kind());
        var run = new Run(
                machine.executionArn(called, chance.uuid()),
                called,
                machine.arn(),
                machine.name(),
                machine.roleArn(),
                input(input),
                now,
                machine.deadline(machines.definition(machine), now),
                machine.kind() == Machine.Kind.EXPRESS);
        var start = new Execution.Start(run, machine.revisionId(), target.versionArn(), target.aliasArn(), null);
        store.write(() -> executions.add(start, now.minus(Limits.NAME_KEPT)))
                .ifPresentOrElse(present -> same(present, run), () -> driver.follow(start));
        return run.arn();
    }

    private static JsonNode input(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > Limits.PAYLOAD_BYTES) {
            throw Refusal.INVALID_EXECUTION_INPUT.because("The input is larger than 262144 bytes");
        }
        try {
            return Json.read(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.INVALID_EXECUTION_INPUT.because(
                    "Invalid State Machine Execution Input: '" + e.getMessage() + "'");
        }
    }

    private static void same(Execution present, Run run) {
        if (present.status() != Status.RUNNING || !present.run().input().equals(run.input())) {
            throw Refusal.EXECUTION_ALREADY_EXISTS.because("Execution Already Exists: '" + run.arn() + "'");
        }
    }

    /** Ends a running execution at once; a task in flight is not called back. */
    public void stop(Caller caller, String executionArn, Failure why) {
        caller.require("states:StopExecution", executionArn);
        if (describe(executionArn).isEmpty()) {
            throw Refusal.noExecution(executionArn);
        }
        driver.happen(executionArn, new Happening.Stopped(why));
    }

    /**
     * Takes up a Standard execution that did not succeed: what failed is done again, what succeeded is kept.
     */
    public void redrive(Caller caller, String executionArn) {
        caller.require("states:RedriveExecution", executionArn);
        var execution = describe(executionArn).orElseThrow(() -> Refusal.noExecution(executionArn));
        if (!execution.isRedrivable(agenda.instant()) || !driver.redrive(executionArn)) {
            throw Refusal.EXECUTION_NOT_REDRIVABLE.because(execution.unredrivable() + ": '" + executionArn + "'");
        }
    }

    /** Runs an Express execution and gives its end to {@code then}, as StartSyncExecution answers it. */
    public void startSync(Caller caller, String arn, Optional<String> name, String input, Consumer<Execution> then) {
        caller.require("states:StartSyncExecution", arn);
        if (machines.target(arn).machine().kind() != Machine.Kind.EXPRESS) {
            throw Refusal.STATE_MACHINE_TYPE_NOT_SUPPORTED.because(
                    "This operation is not supported by this type of state machine");
        }
        endings.await(started(arn, name, input), then);
    }

    /** What tasks that wait for their tokens can be told. */
    public TaskTokens tokens() {
        return new TaskTokens(driver);
    }

    /** Histories and lists in pages. */
    public Pages pages() {
        return new Pages(this, executions);
    }

    /** What forgets state machines. */
    public Removal removal() {
        return new Removal(machines, endpoints);
    }

    /** The state machines with their versions and aliases. */
    public Machines machines() {
        return machines;
    }

    /** The runs of distributed Maps of an execution. */
    public List<MapRun> mapRuns(String executionArn) {
        return driver.mapRuns(executionArn);
    }

    /** One run of a distributed Map. */
    public Optional<MapRun> mapRun(String arn) {
        return driver.mapRun(arn);
    }

    /** The stack's time. */
    public Instant now() {
        return agenda.instant();
    }

    /** One execution, running or ended. */
    public Optional<Execution> describe(String executionArn) {
        return executions.find(executionArn);
    }

    /** Its history so far, oldest event first. */
    public List<HistoryEvent> history(String executionArn) {
        return executions.history(executionArn);
    }

    /** The executions of a machine, or those that a version or an alias of it started; the one started last first. */
    public List<Execution> list(String arn) {
        var machineArn = machines.unqualified(arn);
        return Stream.of("execution", "express")
                .map(part -> machineArn.replace(":stateMachine:", ":" + part + ":") + ":")
                .flatMap(prefix -> executions.startingWith(prefix).stream())
                .filter(execution -> machineArn.equals(arn) || execution.start().isBy(arn))
                .sorted((a, b) -> b.run().startedAt().compareTo(a.run().startedAt()))
                .toList();
    }

    /** Takes up again what ran when the store was last closed. Called once, when all that tasks need is there. */
    public void resume() {
        machines.restore().forEach(this::receive);
        driver.reopen();
    }
}
