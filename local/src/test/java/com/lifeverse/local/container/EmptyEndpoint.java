package com.lifeverse.local.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.bus.BusClient;
import com.lifeverse.local.bus.EventBuses;
import com.lifeverse.local.bus.EventRuleType;
import com.lifeverse.local.delivery.Deliveries;
import com.lifeverse.local.destination.Destinations;
import com.lifeverse.local.destination.Outside;
import com.lifeverse.local.function.TestCallers;
import com.lifeverse.local.http.Listener;
import com.lifeverse.local.http.auth.Credentials;
import com.lifeverse.local.http.auth.Signatures;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.push.PushApis;
import com.lifeverse.local.push.PushGateway;
import com.lifeverse.local.queue.Queue;
import com.lifeverse.local.queue.QueuePolicyType;
import com.lifeverse.local.queue.QueueType;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.wire.AwsPort;
import com.lifeverse.local.wire.ByClient;
import com.lifeverse.local.wire.JsonService;
import com.lifeverse.local.wire.queues.Sqs;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * An endpoint with nothing behind it at first, as a container has it: the local stack's tables, streams, buses and queues, without
 * template, functions and workflows, and with the calls by which an emulator is told what to make.
 */
final class EmptyEndpoint implements AutoCloseable {
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Store store = Store.inMemory();
    private final Agenda agenda = Agenda.real(failures::add);
    private final IdSource ids = IdSource.random(agenda);
    private final Endpoints endpoints = new Endpoints();
    private final ResourcePolicies policies = new ResourcePolicies();
    private final TestCallers callers = TestCallers.denying(policies, "nothing");
    private final Queues queues = new Queues(store, agenda, ids, endpoints);
    private final Destinations destinations = new Destinations(endpoints, Outside.overHttp(), agenda);
    private final EventBuses buses = new EventBuses(
            store,
            agenda,
            ids,
            new Deliveries(
                    store,
                    agenda,
                    callers,
                    endpoints,
                    queues,
                    (delivery, failure) -> failures.add(new AssertionError(delivery + ": " + failure))),
            endpoints);
    private final Map<String, JsonNode> rules = new ConcurrentHashMap<>();
    private final Listener listener;

    EmptyEndpoint() {
        var push = new PushGateway(
                agenda,
                ids,
                new PushApis(),
                (_, _, _) -> new Functions.Answer("", Optional.empty()),
                callers,
                failures::add);
        JsonService events = ByClient.of("events", EventBridgeClient.class, caller -> new BusClient(buses, caller));
        listener = new AwsPort(
                        new Tables(store, agenda),
                        push,
                        Map.of(
                                "AWSEvents", new Making(events, this::makeOfEvents),
                                "AmazonSQS", new Making(new Sqs(queues, agenda, ids), this::makeOfQueues)),
                        List.of(),
                        callers,
                        new Signatures(new Credentials(store, agenda), agenda),
                        ids,
                        failures::add)
                .listen(0);
    }

    Endpoint endpoint() {
        return new Endpoint(listener.address());
    }

    /** A service that can also be told to make what the local stack makes by template. */
    private record Making(JsonService service, Maker maker) implements JsonService {
        private interface Maker {
            Optional<JsonNode> make(String operation, JsonNode request);
        }

        @Override
        public String signedFor() {
            return service.signedFor();
        }

        @Override
        public Optional<JsonNode> call(String operation, JsonNode request, Caller caller) {
            return maker.make(operation, request).or(() -> service.call(operation, request, caller));
        }
    }

    private Optional<JsonNode> makeOfQueues(String operation, JsonNode request) {
        return switch (operation) {
            case "CreateQueue" -> {
                var properties = Json.object();
                request.path("Attributes").properties().forEach(each -> properties.set(each.getKey(), each.getValue()));
                properties.set("QueueName", request.path("QueueName"));
                var made = new QueueType(queues).provision(declaration("AWS::SQS::Queue", properties));
                yield Optional.of(Json.object().put("QueueUrl", made.ref()));
            }
            case "SetQueueAttributes" -> {
                var url = request.path("QueueUrl").asText();
                var attributes = request.path("Attributes");
                if (attributes.has("RedrivePolicy")) {
                    redrive(url, Json.read(attributes.path("RedrivePolicy").asText()));
                }
                if (attributes.has("Policy")) {
                    var policy = Json.object();
                    policy.putArray("Queues").add(url);
                    policy.set(
                            "PolicyDocument",
                            Json.read(attributes.path("Policy").asText()));
                    new QueuePolicyType(policies).provision(declaration("AWS::SQS::QueuePolicy", policy));
                }
                yield Optional.of(Json.object());
            }
            default -> Optional.empty();
        };
    }

    private void redrive(String url, JsonNode policy) {
        var queue = queues.find(Queue.arnOf(url)).orElseThrow();
        var deadLetters =
                queues.find(policy.path("deadLetterTargetArn").asText()).orElseThrow();
        queues.define(
                queue.withRedrive(deadLetters, policy.path("maxReceiveCount").asInt()));
    }

    /** A rule is made whole, when its targets are known. */
    private Optional<JsonNode> makeOfEvents(String operation, JsonNode request) {
        return switch (operation) {
            case "CreateEventBus" ->
                Optional.of(Json.object()
                        .put("EventBusArn", buses.define(request.path("Name").asText())));
            case "PutRule" -> {
                rules.put(request.path("Name").asText(), request);
                yield Optional.of(
                        Json.object().put("RuleArn", "arn:aws:events:us-east-1:111111111111:rule/made-later"));
            }
            case "PutTargets" -> {
                var known =
                        Objects.requireNonNull(rules.get(request.path("Rule").asText()));
                var rule = Json.object();
                rule.set("Name", known.path("Name"));
                rule.set("EventBusName", known.path("EventBusName"));
                rule.set("EventPattern", Json.read(known.path("EventPattern").asText()));
                rule.set("Targets", request.path("Targets"));
                new EventRuleType(buses, destinations).provision(declaration("AWS::Events::Rule", rule));
                yield Optional.of(Json.object().put("FailedEntryCount", 0));
            }
            default -> Optional.empty();
        };
    }

    private static Declaration declaration(String type, ObjectNode properties) {
        return new Declaration("endpoint", type, type, properties, Path.of("."));
    }

    @Override
    public void close() {
        listener.close();
        agenda.close();
        store.close();
    }
}
