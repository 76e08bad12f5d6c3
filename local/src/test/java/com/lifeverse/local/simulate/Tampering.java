package com.lifeverse.local.simulate;

import com.lifeverse.platform.runtime.AwsClients;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** How tests break a rule between the functions and the services, and see it noticed. */
public final class Tampering {
    /** As many as {@code ./dev test} plays. */
    private static final int SEEDS = 200;

    private record Tampered(DynamoDbClient dynamoDb, AwsClients others) implements AwsClients {
        @Override
        public EventBridgeClient eventBridge() {
            return others.eventBridge();
        }

        @Override
        public S3Client s3() {
            return others.s3();
        }

        @Override
        public SecretsManagerClient secretsManager() {
            return others.secretsManager();
        }

        @Override
        public SfnClient stepFunctions() {
            return others.stepFunctions();
        }

        @Override
        public ApiGatewayManagementApiClient connections(URI endpoint) {
            return others.connections(endpoint);
        }
    }

    private Tampering() {}

    /** The first run that notices. */
    static Run noticed(Simulation simulation, String invariant, UnaryOperator<AwsClients> tampering) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var run = simulation.tampered(tampering).play(seed);
            if (run.violations().stream().anyMatch(found -> found.invariant().equals(invariant))) {
                return run;
            }
        }
        throw new AssertionError("Nothing was noticed in " + SEEDS + " seeds");
    }

    /** Clients whose DynamoDB gets other updates where the expression has that part. */
    static UnaryOperator<AwsClients> updates(String part, UnaryOperator<UpdateItemRequest> tampering) {
        return dynamo(request -> request instanceof UpdateItemRequest update
                        && (update.updateExpression() + update.conditionExpression()).contains(part)
                ? tampering.apply(update)
                : request);
    }

    /** Clients whose DynamoDB gets other requests than were made. */
    public static UnaryOperator<AwsClients> dynamo(UnaryOperator<Object> tampering) {
        return clients -> {
            var dynamoDb = clients.dynamoDb();
            var tampered = (DynamoDbClient) Proxy.newProxyInstance(
                    DynamoDbClient.class.getClassLoader(),
                    new Class<?>[] {DynamoDbClient.class},
                    (proxy, method, arguments) -> {
                        // A shorthand builds its request and comes through here again with that.
                        if (arguments != null && arguments.length == 1 && arguments[0] instanceof Consumer) {
                            return InvocationHandler.invokeDefault(proxy, method, arguments);
                        }
                        try {
                            var sent = arguments == null ? null : arguments.clone();
                            if (sent != null && sent.length == 1) {
                                sent[0] = tampering.apply(sent[0]);
                            }
                            return method.invoke(dynamoDb, sent);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
            return new Tampered(tampered, clients);
        };
    }
}
