package com.lifeverse.local.wire;

import com.lifeverse.local.assembly.Declarations;
import com.lifeverse.local.function.TestCallers;
import com.lifeverse.local.http.Listener;
import com.lifeverse.local.http.auth.Credentials;
import com.lifeverse.local.http.auth.Signatures;
import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.push.PushApis;
import com.lifeverse.local.push.PushGateway;
import com.lifeverse.local.table.GlobalTableType;
import com.lifeverse.local.table.Tables;
import com.lifeverse.local.wire.states.StepFunctions;
import com.lifeverse.local.workflow.Workflows;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * An open port with the SDK's own clients in front of it. Behind it are the tables {@code players} (pk, sk) and
 * {@code live} (playerId, with stream and time to live); roles may do nothing to {@code live}. Time stands still.
 */
final class WireWorld implements AutoCloseable {
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    // It begins now, for the SDK's clients sign by the machine's clock.
    final Agenda agenda = Agenda.virtual(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), failures::add);
    final Store store = Store.inMemory();
    final Tables tables = new Tables(store, agenda);
    final Credentials credentials = new Credentials(store, agenda);
    final PushApis pushApis = new PushApis();
    final PushGateway push = new PushGateway(
            agenda,
            IdSource.random(agenda),
            pushApis,
            (_, _, _) -> new Functions.Answer("{\"statusCode\":200}", Optional.empty()),
            TestCallers.denying("table/live"),
            failures::add);
    final Workflows workflows = new Workflows(
            store,
            agenda,
            TestCallers.denying("table/live"),
            new Endpoints(),
            List.of(),
            new Buckets(store, agenda)::client,
            Chance.of(new Random(0)));
    final AwsPort port = new AwsPort(
            tables,
            push,
            Map.of("AWSStepFunctions", new StepFunctions(workflows, agenda)),
            List.of(),
            TestCallers.denying("table/live"),
            new Signatures(credentials, agenda),
            IdSource.random(agenda),
            failures::add);
    final Listener listener = port.listen(0);

    WireWorld() {
        table("players", "pk", "sk", "");
        table("live", "playerId", "", """
                ,"StreamSpecification":{"StreamViewType":"NEW_AND_OLD_IMAGES"}
                ,"TimeToLiveSpecification":{"AttributeName":"ttl","Enabled":true}""");
    }

    void table(String name, String hash, String sort, String more) {
        var attributes = attribute(hash) + (sort.isEmpty() ? "" : "," + attribute(sort));
        var keys = key(hash, "HASH") + (sort.isEmpty() ? "" : "," + key(sort, "RANGE"));
        new GlobalTableType(tables).provision(Declarations.of("AWS::DynamoDB::GlobalTable", name, """
                {"TableName":"%s","AttributeDefinitions":[%s],"KeySchema":[%s],"Replicas":[{"Region":"us-east-1"}]%s}
                """.formatted(
                        name, attributes, keys, more)));
    }

    DynamoDbClient client() {
        return client(AwsBasicCredentials.create("developer", "anything"));
    }

    /** The SDK's client, acting as {@code session}. */
    DynamoDbClient client(Credentials.Session session) {
        return client(
                AwsSessionCredentials.create(session.accessKeyId(), session.secretAccessKey(), session.sessionToken()));
    }

    DynamoDbClient client(AwsCredentials credentials) {
        return DynamoDbClient.builder()
                .endpointOverride(listener.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    DynamoDbStreamsClient streams() {
        return DynamoDbStreamsClient.builder()
                .endpointOverride(listener.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("developer", "any")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    static Map<String, AttributeValue> player(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    private static String attribute(String name) {
        return "{\"AttributeName\":\"%s\",\"AttributeType\":\"S\"}".formatted(name);
    }

    private static String key(String name, String type) {
        return "{\"AttributeName\":\"%s\",\"KeyType\":\"%s\"}".formatted(name, type);
    }

    @Override
    public void close() {
        listener.close();
        agenda.close();
        store.close();
    }
}
