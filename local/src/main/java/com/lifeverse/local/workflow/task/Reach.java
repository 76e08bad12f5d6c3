package com.lifeverse.local.workflow.task;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.schedule.SchedulerCalls;
import com.lifeverse.local.workflow.language.Chance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The services that tasks can reach, and what these services cross to get there. */
public record Reach(
        Functions functions,
        Endpoints endpoints,
        EventSink events,
        MessageSink messages,
        Function<Caller, S3Client> objects,
        Function<Caller, DynamoDbClient> tables,
        Function<Caller, SecretsManagerClient> secrets,
        ScheduleCalls.Scheduler schedules,
        InstanceCalls.Operation instances,
        JsonCalls.Operation workflows,
        Crossings crossings,
        InstantSource clock,
        Chance chance) {

    /** One integration a service. */
    public List<TaskIntegration> integrations() {
        return List.of(
                new InvokeFunction(functions, endpoints, clock, chance),
                new PutEvents(events, crossings, clock, chance),
                new SendMessage(messages, crossings, clock, chance),
                new ObjectCalls(objects, crossings),
                new ScheduleCalls(schedules, crossings),
                new InstanceCalls(instances, crossings),
                new JsonCalls(workflows, crossings),
                new SdkCall<>(
                        new SdkCall.Service(
                                "dynamodb", "DynamoDb", Set.of("getItem", "putItem", "updateItem", "deleteItem")),
                        DynamoDbClient.class,
                        tables,
                        crossings),
                new SdkCall<>(
                        new SdkCall.Service("secretsmanager", "SecretsManager", Set.of()),
                        SecretsManagerClient.class,
                        secrets,
                        crossings));
    }

    /** True for a resource that a task can have in a stack of this machine. */
    public static boolean holds(String resource) {
        return NOWHERE.serve(resource)
                || resource.matches("arn:aws:states:::states:startExecution(\\.sync|\\.sync:2|\\.waitForTaskToken)?");
    }

    private static final Integrations NOWHERE = new Integrations(nowhere().integrations());

    /** Knows every resource, and no service. */
    private static Reach nowhere() {
        return new Reach(
                (_, _, _) -> {
                    throw unreachable();
                },
                new Endpoints(),
                (_, _) -> {
                    throw unreachable();
                },
                (_, _, _) -> {
                    throw unreachable();
                },
                _ -> {
                    throw unreachable();
                },
                _ -> {
                    throw unreachable();
                },
                _ -> {
                    throw unreachable();
                },
                new ScheduleCalls.Scheduler(SchedulerCalls::holds, (_, _, _) -> {
                    throw unreachable();
                }),
                (_, _, _) -> {
                    throw unreachable();
                },
                (_, _, _) -> {
                    throw unreachable();
                },
                Crossings.open(),
                InstantSource.fixed(Instant.EPOCH),
                Chance.of(new Random(0)));
    }

    private static IllegalStateException unreachable() {
        return new IllegalStateException("No service is reached where only resources are looked up");
    }
}
