package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.platform.runtime.AwsClients;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Services with which each grant is entered once more under another key, and each message asked for once more under another id. */
record Twice(DynamoDbClient dynamoDb, EventBridgeClient eventBridge, AwsClients others) implements AwsClients {
    static AwsClients of(AwsClients clients) {
        var dynamoDb = clients.dynamoDb();
        var bus = clients.eventBridge();
        return new Twice(
                between(DynamoDbClient.class, dynamoDb, request -> {
                    if (request instanceof PutItemRequest put) {
                        again(put).ifPresent(dynamoDb::putItem);
                    }
                    return request;
                }),
                between(
                        EventBridgeClient.class,
                        bus,
                        request -> request instanceof PutEventsRequest put ? again(put) : request),
                clients);
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

    private static Optional<PutItemRequest> again(PutItemRequest put) {
        var key =
                Optional.ofNullable(put.item().get("sk")).map(AttributeValue::s).orElse("");
        if (!key.startsWith("grant#live-event/")) {
            return Optional.empty();
        }
        var item = new LinkedHashMap<>(put.item());
        item.put("sk", AttributeValue.fromS(key + "#again"));
        return Optional.of(put.toBuilder().item(item).build());
    }

    private static PutEventsRequest again(PutEventsRequest put) {
        var entries = new ArrayList<PutEventsRequestEntry>();
        for (var entry : put.entries()) {
            entries.add(entry);
            if (entry.detailType().equals("message.requested.v1")) {
                var detail = (ObjectNode) Json.read(entry.detail());
                var id = detail.path("id").asText();
                detail.put("id", id.substring(0, id.length() - 1) + (id.endsWith("0") ? "1" : "0"));
                entries.add(entry.toBuilder().detail(detail.toString()).build());
            }
        }
        return put.toBuilder().entries(entries).build();
    }

    private static <C> C between(Class<C> type, C client, UnaryOperator<Object> tampering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    // A shorthand builds its request and comes through here again with that.
                    if (arguments != null && arguments.length == 1 && arguments[0] instanceof Consumer) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    try {
                        var sent = arguments == null ? null : arguments.clone();
                        if (sent != null && sent.length == 1) {
                            sent[0] = tampering.apply(sent[0]);
                        }
                        return method.invoke(client, sent);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
