package com.lifeverse.local.wire;

import com.lifeverse.local.bus.BusClient;
import com.lifeverse.local.delivery.MessagingStack;
import com.lifeverse.local.function.FunctionHost;
import com.lifeverse.local.function.FunctionSettings;
import com.lifeverse.local.function.ProvisionedConcurrency;
import com.lifeverse.local.function.RecordingClients;
import com.lifeverse.local.function.TestCallers;
import com.lifeverse.local.http.Listener;
import com.lifeverse.local.http.auth.Credentials;
import com.lifeverse.local.http.auth.Signatures;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Streams;
import com.lifeverse.local.mapping.Mappings;
import com.lifeverse.local.push.PushApis;
import com.lifeverse.local.push.PushGateway;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.wire.queues.Sqs;
import com.lifeverse.local.wire.rest.Lambda;
import com.lifeverse.local.wire.rest.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** An open port before queues, buses, schedules and functions, with the SDK's own clients in front of it. */
final class MessagingWorld implements AutoCloseable {
    final MessagingStack stack = MessagingStack.inMemory();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final FunctionHost functions = new FunctionHost(
            stack.store,
            stack.agenda,
            stack.callers,
            stack.endpoints,
            stack.ids,
            _ -> new RecordingClients(),
            (_, _) -> {},
            failures::add);
    final Mappings mappings = new Mappings(
            new Mappings.Surroundings(
                    stack.store, stack.agenda, stack.ids, stack.queues, noStreams(), functions, stack.callers),
            _ -> MessagingStack.roleArn("f"),
            (_, _, _, _) -> {},
            _ -> {});
    private final Listener listener;

    MessagingWorld() {
        var credentials = new Credentials(stack.store, stack.agenda);
        var push = new PushGateway(
                stack.agenda,
                stack.ids,
                new PushApis(),
                (_, _, _) -> new Functions.Answer("", Optional.empty()),
                stack.callers,
                failures::add);
        listener = new AwsPort(
                        new Tables(stack.store, stack.agenda),
                        push,
                        Map.of(
                                "AWSEvents",
                                ByClient.of(
                                        "events",
                                        EventBridgeClient.class,
                                        caller -> new BusClient(stack.buses, caller)),
                                "AmazonSQS",
                                new Sqs(stack.queues, stack.agenda, stack.ids)),
                        List.of(
                                new Scheduler(stack.scheduler),
                                new Lambda(
                                        functions,
                                        mappings,
                                        new ProvisionedConcurrency(stack.store, stack.agenda, functions))),
                        TestCallers.denying("nothing"),
                        new Signatures(credentials, stack.agenda),
                        stack.ids,
                        failures::add)
                .listen(0);
    }

    void deploy(String name, Path code, Class<?> handler) {
        functions.deploy(new FunctionSettings(
                name,
                code,
                handler.getName(),
                MessagingStack.roleArn(name),
                Map.of("A", "1"),
                Duration.ofSeconds(20),
                512,
                OptionalInt.empty(),
                Optional.empty()));
    }

    EventBridgeClient events() {
        return client(EventBridgeClient.builder());
    }

    SqsClient queues() {
        return client(SqsClient.builder());
    }

    SchedulerClient scheduler() {
        return client(SchedulerClient.builder());
    }

    LambdaClient lambda() {
        return client(LambdaClient.builder());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(listener.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("developer", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    private static Streams noStreams() {
        return new Streams() {
            @Override
            public List<Change> after(String streamArn, long sequence, int limit) {
                return List.of();
            }

            @Override
            public long newest(String streamArn) {
                return 0;
            }

            @Override
            public void watch(String streamArn, Runnable wake) {
                // Nothing ever comes.
            }
        };
    }

    @Override
    public void close() {
        listener.close();
        functions.close();
        stack.close();
    }
}
