package com.lifeverse.local.container;

import com.lifeverse.local.kernel.Json;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ResourceAlreadyExistsException;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Makes at an endpoint what a local stack has, as its AWS port tells of it: tables with their streams and indexes, queues with their
 * dead letters, buses with their rules. A workflow that a rule starts gets a queue there, for workflows stay here. The archive of events
 * is not taken along: no journey reads it.
 */
final class Removal {
    private static final List<QueueAttributeName> KEPT = List.of(
            QueueAttributeName.VISIBILITY_TIMEOUT,
            QueueAttributeName.DELAY_SECONDS,
            QueueAttributeName.MESSAGE_RETENTION_PERIOD);
    private static final String NO_RULES = "default";
    private static final String ARCHIVE = ":firehose:";

    private final Endpoint from;
    private final Endpoint to;
    private final Map<String, String> streams = new LinkedHashMap<>();
    private final Map<String, String> queueUrls = new LinkedHashMap<>();
    private final Map<String, String> queueArns = new HashMap<>();
    private final Map<String, String> starts = new LinkedHashMap<>();

    private Removal(Endpoint from, Endpoint to) {
        this.from = from;
        this.to = to;
    }

    /**
     * What is where now.
     *
     * @param streams from a stream's ARN here to its ARN there
     * @param queues from a queue's ARN here to its address there
     * @param starts from a workflow's ARN here to the address of the queue that stands for it there
     */
    record Moved(Map<String, String> streams, Map<String, String> queues, Map<String, String> starts) {}

    static Moved of(Endpoint from, Endpoint to) {
        var removal = new Removal(from, to);
        removal.tables();
        removal.queues();
        removal.buses();
        return new Moved(removal.streams, removal.queueUrls, removal.starts);
    }

    private void tables() {
        try (var here = from.dynamoDb();
                var there = to.dynamoDb()) {
            for (var name : here.listTables().tableNames()) {
                var table =
                        here.describeTable(describe -> describe.tableName(name)).table();
                make(there, table);
                var made = there.describeTable(describe -> describe.tableName(name))
                        .table();
                if (table.latestStreamArn() != null) {
                    streams.put(table.latestStreamArn(), made.latestStreamArn());
                }
            }
        }
    }

    private static void make(DynamoDbClient there, TableDescription table) {
        var indexes = table.globalSecondaryIndexes().stream()
                .map(index -> GlobalSecondaryIndex.builder()
                        .indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection())
                        .build())
                .toList();
        try {
            there.createTable(create -> {
                create.tableName(table.tableName())
                        .attributeDefinitions(table.attributeDefinitions())
                        .keySchema(table.keySchema())
                        .billingMode(BillingMode.PAY_PER_REQUEST);
                if (!indexes.isEmpty()) {
                    create.globalSecondaryIndexes(indexes);
                }
                if (table.streamSpecification() != null) {
                    create.streamSpecification(table.streamSpecification());
                }
            });
        } catch (ResourceInUseException earlier) {
            throw new AssertionError(
                    "%s is there already: the journeys want an endpoint that is new".formatted(table.tableName()),
                    earlier);
        }
        Endpoint.waiter(there).waitUntilTableExists(describe -> describe.tableName(table.tableName()));
    }

    /** Those that others give their dead letters to come first. */
    private void queues() {
        try (var here = from.queues();
                var there = to.queues()) {
            var redrives = new LinkedHashMap<String, String>();
            for (var url : here.listQueuesPaginator().queueUrls()) {
                var all = here.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                        .attributes();
                var wanted = new HashMap<QueueAttributeName, String>();
                KEPT.forEach(name -> wanted.put(name, all.get(name)));
                var arn = Objects.requireNonNull(all.get(QueueAttributeName.QUEUE_ARN));
                var made = make(there, url.substring(url.lastIndexOf('/') + 1), wanted);
                queueUrls.put(arn, made);
                queueArns.put(arn, arn(there, made));
                letIn(there, made);
                if (all.containsKey(QueueAttributeName.REDRIVE_POLICY)) {
                    redrives.put(made, all.get(QueueAttributeName.REDRIVE_POLICY));
                }
            }
            redrives.forEach((url, policy) -> there.setQueueAttributes(
                    set -> set.queueUrl(url).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, named(policy)))));
        }
    }

    private static String make(SqsClient there, String name, Map<QueueAttributeName, String> attributes) {
        return there.createQueue(create -> create.queueName(name).attributes(attributes))
                .queueUrl();
    }

    /** Rules may send to it: AWS asks for that, and so may an emulator. */
    private static void letIn(SqsClient there, String url) {
        var policy = Json.object();
        policy.putArray("Statement")
                .addObject()
                .put("Effect", "Allow")
                .put("Action", "sqs:SendMessage")
                .put("Resource", arn(there, url))
                .putObject("Principal")
                .put("Service", "events.amazonaws.com");
        there.setQueueAttributes(
                set -> set.queueUrl(url).attributes(Map.of(QueueAttributeName.POLICY, Json.text(policy))));
    }

    private static String arn(SqsClient there, String url) {
        return Objects.requireNonNull(
                there.getQueueAttributes(get -> get.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN));
    }

    /** The queues in that, as they are called there. */
    private String named(String policy) {
        for (var queue : queueArns.entrySet()) {
            policy = policy.replace("\"" + queue.getKey() + "\"", "\"" + queue.getValue() + "\"");
        }
        return policy;
    }

    private void buses() {
        try (var here = from.events();
                var there = to.events();
                var theirQueues = to.queues()) {
            for (var bus : here.listEventBuses(_ -> {}).eventBuses()) {
                if (!bus.name().equals(NO_RULES)) {
                    make(there, bus.name());
                    for (var rule : here.listRules(list -> list.eventBusName(bus.name()))
                            .rules()) {
                        var targets = here
                                .listTargetsByRule(
                                        list -> list.eventBusName(bus.name()).rule(rule.name()))
                                .targets()
                                .stream()
                                .filter(target -> !target.arn().contains(ARCHIVE))
                                .toList();
                        if (targets.isEmpty()) {
                            continue;
                        }
                        there.putRule(put ->
                                put.eventBusName(bus.name()).name(rule.name()).eventPattern(rule.eventPattern()));
                        there.putTargets(put -> put.eventBusName(bus.name())
                                .rule(rule.name())
                                .targets(targets.stream()
                                        .map(target -> moved(target, theirQueues))
                                        .toList()));
                    }
                }
            }
        }
    }

    private static void make(EventBridgeClient there, String bus) {
        try {
            there.createEventBus(create -> create.name(bus));
        } catch (ResourceAlreadyExistsException earlier) {
            throw new AssertionError(
                    "Bus %s is there already: the journeys want an endpoint that is new".formatted(bus), earlier);
        }
    }

    private static String standIn(SqsClient there, int number) {
        var url = make(there, "starts-" + number, Map.of());
        letIn(there, url);
        return url;
    }

    private Target moved(Target target, SqsClient theirQueues) {
        var builder = Target.builder().id(target.id());
        var there = queueArns.get(target.arn());
        if (there != null) {
            return builder.arn(there).build();
        }
        if (!target.arn().contains(":states:")) {
            throw new AssertionError("A rule has a target that nobody takes along: " + target.arn());
        }
        var url = starts.computeIfAbsent(target.arn(), arn -> standIn(theirQueues, starts.size()));
        return builder.arn(arn(theirQueues, url))
                .inputPath(target.inputPath())
                .inputTransformer(target.inputTransformer())
                .build();
    }
}
