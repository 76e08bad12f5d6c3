package com.lifeverse.local;

import com.lifeverse.local.assembly.Deployment;
import com.lifeverse.local.assembly.Provisioner;
import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.bus.EventBuses;
import com.lifeverse.local.delivery.Deliveries;
import com.lifeverse.local.function.FunctionSettings;
import com.lifeverse.local.function.ProvisionedConcurrency;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.push.PushGateway;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.local.table.engine.Meter;
import com.lifeverse.local.tour.Host;
import com.lifeverse.local.workflow.Workflows;
import com.lifeverse.platform.runtime.AwsClients;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a cloud assembly declares, running on this machine: everything from the templates, nothing beside them. It listens
 * on 127.0.0.1 only.
 */
public final class LocalStack implements Host, AutoCloseable {
    private static final Duration SERVER_CREDENTIALS = Duration.ofHours(12);

    private final Ground ground;
    private final KeptTime time;
    private final Services services;
    private final Deployment deployment;
    private final Optional<Doors> doors;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalStack(Ground ground, Assembly assembly, Optional<StackOptions> options) {
        this.ground = ground;
        services = new Services(ground);
        deployment = new Provisioner(ResourceTypes.of(services)).provision(assembly);
        services.resume();
        time = new KeptTime(ground.store());
        new LocalTools(ground.agenda(), time, services, deployment).register();
        doors = options.map(each -> Doors.open(services, each));
    }

    /**
     * Makes and starts everything that the assembly declares.
     *
     * @param progress is told what goes on, and every fault that nobody else is told of
     * @throws com.lifeverse.local.assembly.UnknownResourceTypes naming what the templates declare and the stack does not know
     */
    public static LocalStack start(StackOptions options, PrintStream progress) {
        return start(options, progress, UnaryOperator.identity());
    }

    /** As above, with something between the stack's services and the functions that call them, such as other services. */
    public static LocalStack start(StackOptions options, PrintStream progress, UnaryOperator<AwsClients> clients) {
        progress.println("Starting the stack");
        var stack = new LocalStack(
                ground(options, Faults.printedTo(progress), clients),
                Assembly.in(options.assembly()),
                Optional.of(options));
        progress.printf(
                "%d resources of %d stacks are up at %s%n",
                stack.deployment.stacks().values().stream()
                        .mapToInt(each -> each.resources().size())
                        .sum(),
                stack.deployment.stacks().size(),
                stack.baseUrl());
        return stack;
    }

    /** As {@link #start(StackOptions, PrintStream)}, with progress on stderr. */
    public static LocalStack start(StackOptions options) {
        return start(options, System.err);
    }

    /** A stack on {@code ground} that listens nowhere: {@link #call} reaches it. Its end closes functions and agenda, not the store. */
    public static LocalStack on(Ground ground, Assembly assembly) {
        return new LocalStack(ground, assembly, Optional.empty());
    }

    private static Ground ground(StackOptions options, Faults faults, UnaryOperator<AwsClients> clients) {
        var store = options.data().map(Store::in).orElseGet(Store::inMemory);
        var agenda = options.standingStill()
                .map(start -> Agenda.stepped(new KeptTime(store).orLater(start), faults::add))
                .orElseGet(() -> Agenda.real(faults::add));
        return Ground.real(store, agenda, clients, faults);
    }

    @Override
    public String baseUrl() {
        return doors().api().address().toString();
    }

    /** Where AWS tools find the stack's services, such as {@code http://127.0.0.1:8081}. */
    public String awsEndpoint() {
        return doors().aws().address().toString();
    }

    /** Where clients open their WebSockets, such as {@code ws://127.0.0.1:8082}; the path is the stage. */
    public String noticesUrl() {
        return doors().notices().address().toString();
    }

    private Doors doors() {
        return doors.orElseThrow(() -> new IllegalStateException("This stack listens nowhere"));
    }

    @Override
    public Instant now() {
        return ground.agenda().instant();
    }

    @Override
    public Credentials gameServer(String name) {
        var session = services.credentials.issue(output("GameServerRoleArn"), name, SERVER_CREDENTIALS);
        return new Credentials(session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
    }

    @Override
    public void settle() {
        ground.agenda().settle();
    }

    /** Time that stands still moves on, and everything that falls due on the way happens. */
    public void advance(Duration by) {
        ground.agenda().advance(by);
        time.keep(ground.agenda().instant());
    }

    /** Answers a request without a socket. */
    public Response call(Request request) {
        return services.gateway.call(request);
    }

    /** Opens a connection of a WebSocket API without a socket. */
    public PushGateway push() {
        return services.push;
    }

    /** The stack's tables, seen by somebody who may do everything. */
    public DynamoDbClient tables() {
        return services.tables.client(Caller.unrestricted());
    }

    /** What a table has consumed since the stack began, as AWS would bill it; failed conditions included. */
    public Meter.Reading consumed(String tableName) {
        return services.tables.consumed(tableName);
    }

    /** The one resource of the templates whose logical id begins so, by its {@code Ref}. */
    public String ref(String logicalIdPrefix) {
        var found = deployment.stacks().values().stream()
                .flatMap(each -> each.resources().entrySet().stream())
                .filter(resource -> resource.getKey().startsWith(logicalIdPrefix))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(found.size() + " resources begin with " + logicalIdPrefix);
        }
        return found.getFirst().getValue().ref();
    }

    public Queues queues() {
        return services.queues;
    }

    public Deliveries deliveries() {
        return services.deliveries;
    }

    public EventBuses buses() {
        return services.buses;
    }

    public Functions functions() {
        return services.functions;
    }

    /** Instances of functions that stand ready. */
    public ProvisionedConcurrency instances() {
        return services.instances;
    }

    /** All functions, as their templates declare them. */
    public List<FunctionSettings> functionSettings() {
        return services.functions.settings();
    }

    /** The stack's buckets, seen by somebody who may do everything. */
    public S3Client buckets() {
        return services.buckets.client(Caller.unrestricted());
    }

    public Workflows workflows() {
        return services.workflows;
    }

    public Deployment deployment() {
        return deployment;
    }

    /** What went wrong so far with nobody there to be told. */
    public Faults faults() {
        return ground.faults();
    }

    /** An output of any of the stacks. */
    public String output(String name) {
        return LocalTools.output(deployment, name);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            doors.ifPresent(Doors::close);
            ground.agenda().close();
            services.functions.close();
            if (doors.isPresent()) {
                ground.store().close();
            }
        }
    }
}
