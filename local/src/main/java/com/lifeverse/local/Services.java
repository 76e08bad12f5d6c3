package com.lifeverse.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.bus.BusClient;
import com.lifeverse.local.bus.EventBuses;
import com.lifeverse.local.bus.WorkflowEvents;
import com.lifeverse.local.delivery.Deliveries;
import com.lifeverse.local.destination.Destinations;
import com.lifeverse.local.destination.Outside;
import com.lifeverse.local.firehose.DeliveryStreams;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.ProvisionedConcurrency;
import com.lifeverse.local.http.Gateway;
import com.lifeverse.local.http.LocalPaths;
import com.lifeverse.local.http.api.Apis;
import com.lifeverse.local.http.auth.Credentials;
import com.lifeverse.local.http.auth.IamAuthorizer;
import com.lifeverse.local.http.auth.Signatures;
import com.lifeverse.local.iam.Iam;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.identity.secrets.Secrets;
import com.lifeverse.local.identity.sites.UserPools;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Sites;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.mapping.Mappings;
import com.lifeverse.local.push.PushApis;
import com.lifeverse.local.push.PushGateway;
import com.lifeverse.local.queue.MessageSink;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.local.schedule.SchedulerCalls;
import com.lifeverse.local.schedule.Schedules;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.wire.AwsPort;
import com.lifeverse.local.wire.ByClient;
import com.lifeverse.local.wire.queues.Sqs;
import com.lifeverse.local.wire.rest.Lambda;
import com.lifeverse.local.wire.rest.Scheduler;
import com.lifeverse.local.wire.states.LocalStepFunctions;
import com.lifeverse.local.wire.states.StepFunctions;
import com.lifeverse.local.workflow.Workflows;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.task.Reach;
import com.lifeverse.local.workflow.task.ScheduleCalls;
import com.lifeverse.local.workflow.task.TaskIntegration;
import com.lifeverse.platform.runtime.IdSource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** All services of one stack, on one clock and one store. Each knows only what its constructor is given here. */
final class Services {
    final Endpoints endpoints = new Endpoints();
    final Sites sites = new Sites();
    final LocalPaths localPaths = new LocalPaths();
    final ResourcePolicies policies = new ResourcePolicies();
    final Iam iam = new Iam(policies);
    final IdSource ids;
    final Tables tables;
    final Queues queues;
    final Deliveries deliveries;
    final EventBuses buses;
    final Destinations destinations;
    final Schedules schedules;
    final SchedulerCalls scheduler;
    final Buckets buckets;
    final DeliveryStreams streams;
    final Secrets secrets;
    final UserPools pools;
    final FunctionHost functions;
    final ProvisionedConcurrency instances;
    final Workflows workflows;
    final Mappings mappings;
    final Credentials credentials;
    final Gateway gateway;
    final PushGateway push;
    final AwsPort awsPort;

    final Ground ground;
    final Store store;
    final Agenda agenda;
    final Apis apis = new Apis();
    final PushApis pushApis = new PushApis();

    Services(Ground ground) {
        this.ground = ground;
        store = ground.store();
        agenda = ground.agenda();
        var faults = ground.faults();
        var random = ground.random();
        ids = () -> IdSource.version7(agenda.millis(), random.nextLong(), random.nextLong());
        tables = new Tables(store, agenda);
        queues = new Queues(store, agenda, ids, endpoints);
        deliveries = new Deliveries(
                store,
                agenda,
                iam,
                endpoints,
                queues,
                ground.crossings(),
                (delivery, failure) -> faults.add("Lost for good: " + delivery + " because " + failure));
        destinations = new Destinations(endpoints, Outside.overHttp(), agenda);
        buses = new EventBuses(store, agenda, ids, deliveries, endpoints);
        schedules = new Schedules(store, agenda, ids, deliveries, iam);
        scheduler = new SchedulerCalls(store, schedules);
        buckets = new Buckets(store, agenda);
        streams = new DeliveryStreams(store, agenda, ids, iam, buckets, endpoints, faults::add);
        secrets = new Secrets(store, agenda, ids);
        pools = new UserPools(store, agenda, ids, sites);
        functions = new FunctionHost(
                store,
                agenda,
                iam,
                endpoints,
                ids,
                caller -> ground.clients()
                        .apply(new LocalClients(
                                tables.client(caller),
                                new BusClient(buses, caller),
                                buckets.client(caller),
                                secrets.client(caller),
                                workflowClient(caller),
                                endpoint -> connections(endpoint, caller))),
                ground.hosting(),
                faults::logged,
                faults::add);
        instances = new ProvisionedConcurrency(store, agenda, functions);
        var reached = integrations();
        endpoints.registerAll(UniversalTargets.PREFIX, new UniversalTargets(reached)::find);
        workflows = new Workflows(store, agenda, iam, endpoints, reached, buckets::client, chance());
        mappings = new Mappings(
                new Mappings.Surroundings(store, agenda, ids, queues, tables, invokedBy("mapping"), iam),
                functions::roleOf,
                (caller, bucket, key, content) -> buckets.client(caller)
                        .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(content)),
                faults::add);
        credentials = new Credentials(store, agenda, random);
        gateway = new Gateway(
                agenda,
                ids,
                apis,
                invokedBy("api"),
                iam,
                new IamAuthorizer(credentials, iam, agenda),
                localPaths,
                faults::add);
        push = new PushGateway(agenda, ids, pushApis, invokedBy("notices"), iam, faults::add);
        awsPort = new AwsPort(
                tables,
                push,
                Map.of(
                        "AWSStepFunctions",
                        new StepFunctions(workflows, agenda),
                        "AWSEvents",
                        ByClient.of("events", EventBridgeClient.class, caller -> new BusClient(buses, caller)),
                        "AmazonSQS",
                        new Sqs(queues, agenda, ids)),
                List.of(new Scheduler(scheduler), new Lambda(functions, mappings, instances)),
                iam,
                new Signatures(credentials, agenda),
                ids,
                faults::add);
    }

    /** Asked for by functions, so when everything has been made. */
    private SfnClient workflowClient(Caller caller) {
        return new LocalStepFunctions((operation, request) -> stepFunctions(caller, operation, request));
    }

    /** The endpoint is {@code https://API.execute-api…/STAGE}, as on AWS. */
    private ApiGatewayManagementApiClient connections(URI endpoint, Caller caller) {
        var host = endpoint.getHost();
        return push.client(
                host.substring(0, host.indexOf('.')), endpoint.getPath().replaceFirst("^/", ""), caller);
    }

    private List<TaskIntegration> integrations() {
        return new Reach(
                        invokedBy("workflow"),
                        endpoints,
                        new WorkflowEvents(buses)::put,
                        new MessageSink(queues)::send,
                        buckets::client,
                        tables::client,
                        secrets::client,
                        new ScheduleCalls.Scheduler(SchedulerCalls::holds, scheduler::call),
                        instances::call,
                        this::stepFunctions,
                        ground.crossings(),
                        agenda,
                        chance())
                .integrations();
    }

    /** Asked for by tasks, so when everything has been made. */
    private JsonNode stepFunctions(Caller caller, String operation, JsonNode request) {
        return new StepFunctions(workflows, agenda)
                .call(operation, request, caller)
                .orElseThrow(() -> new IllegalStateException("Step Functions has no " + operation));
    }

    private Functions invokedBy(String whom) {
        return new CrossedFunctions(whom, functions, ground.crossings());
    }

    private Chance chance() {
        return Chance.of(ground.random());
    }

    /** Takes up what an earlier run left under way. Called once everything is made. */
    void resume() {
        queues.resume();
        streams.resume();
        deliveries.resume();
        buses.replays().resume();
        workflows.resume();
        scheduler.resume();
        schedules.start();
        mappings.start();
    }
}
