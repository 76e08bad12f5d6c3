package com.lifeverse.local.container;

import com.lifeverse.local.kernel.Cloud;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.waiters.DynamoDbWaiter;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Somewhere that answers as AWS does, seen through the SDK's clients. Tables, buses and queues are made and deleted there as if
 * nobody else used it, so it must not be AWS itself; the credentials are nobody's.
 */
public record Endpoint(URI address) {
    /** The system property that names the endpoint of a run. */
    public static final String PROPERTY = "lifeverse.endpoint";

    private static final Duration AT_INTERVALS = Duration.ofMillis(50);
    private static final int ASKED = 2_400;
    private static final String NOBODY = "test";
    private static final ExecutionInterceptor UNHEARD = new ExecutionInterceptor() {};

    /**
     * @throws IllegalArgumentException for an address of AWS, or for none
     */
    public Endpoint {
        if (address.getHost() == null) {
            throw new IllegalArgumentException("'%s' is no address such as http://127.0.0.1:4566".formatted(address));
        }
        if (address.getHost().endsWith(".amazonaws.com")) {
            throw new IllegalArgumentException(
                    "The container ring makes and deletes tables: it does not do that at AWS itself");
        }
    }

    /** The one that this run was given; empty in every run that is not the container ring's. */
    public static Optional<Endpoint> given() {
        return Optional.ofNullable(System.getProperty(PROPERTY))
                .map(URI::create)
                .map(Endpoint::new);
    }

    /** Tables, seen by somebody who has {@code listening} hear of each call. */
    public DynamoDbClient dynamoDb(ExecutionInterceptor listening) {
        return client(DynamoDbClient.builder(), listening);
    }

    DynamoDbClient dynamoDb() {
        return dynamoDb(UNHEARD);
    }

    public DynamoDbStreamsClient streams() {
        return client(DynamoDbStreamsClient.builder(), UNHEARD);
    }

    /** Waits for tables as long as the SDK's own waiter, which lets 20 seconds pass at first, as it may at AWS. */
    public static DynamoDbWaiter waiter(DynamoDbClient client) {
        return DynamoDbWaiter.builder()
                .client(client)
                .overrideConfiguration(wait -> wait.maxAttempts(ASKED)
                        .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(AT_INTERVALS)))
                .build();
    }

    EventBridgeClient events() {
        return client(EventBridgeClient.builder(), UNHEARD);
    }

    SqsClient queues() {
        return client(SqsClient.builder(), UNHEARD);
    }

    LambdaClient functions() {
        return client(LambdaClient.builder(), UNHEARD);
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, ExecutionInterceptor listening) {
        return builder.endpointOverride(address)
                .region(Region.of(Cloud.REGION))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(NOBODY, NOBODY)))
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(config -> config.addExecutionInterceptor(listening))
                .build();
    }
}
