package com.lifeverse.trigger.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Envelopes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** As much of DynamoDB as the adapters here use, over one table in memory; and its stream's outbox. */
public final class OneTable implements DynamoDbClient {
    private final Map<String, Map<String, AttributeValue>> items = new HashMap<>();
    private final List<Envelope> told = new ArrayList<>();
    private boolean losesNextAnswer;
    private String refuses = "";
    private int reads;
    private int writes;

    /** The next write happens, but its sender, which makes it again as the SDK does, hears only of that second time. */
    public void loseNextAnswer() {
        losesNextAnswer = true;
    }

    /** From now on, items of this player are out of reach. */
    public void refuse(String playerId) {
        refuses = playerId;
    }

    /** Everything that the stream's function would have told, in order. */
    public List<Envelope> told() {
        return List.copyOf(told);
    }

    public int reads() {
        return reads;
    }

    public int writes() {
        return writes;
    }

    /** The attributes of all items, for a look at them. */
    public List<Map<String, AttributeValue>> items() {
        return List.copyOf(items.values());
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        // Looking which triggers are in force is no read of a player's.
        reads += text(request.key(), "playerId").equals("catalogue") ? 0 : 1;
        var answer = GetItemResponse.builder();
        // As of the service: of an item that is not there an answer has none.
        Optional.ofNullable(items.get(key(request.key()))).ifPresent(answer::item);
        return answer.build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        reads++;
        var part = text(request.expressionAttributeValues(), ":part");
        var now = text(request.expressionAttributeValues(), ":now");
        return QueryResponse.builder()
                .items(items.values().stream()
                        .filter(item ->
                                item.containsKey("due") && text(item, "part").equals(part))
                        .filter(item -> text(item, "due").compareTo(now) <= 0)
                        .sorted(Comparator.comparing(item -> text(item, "due")))
                        .toList())
                .build();
    }

    private static String text(Map<String, AttributeValue> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).orElseThrow().s();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        if (losesNextAnswer) {
            losesNextAnswer = false;
            put(request);
        }
        return put(request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        reads++;
        var found = new HashMap<String, List<Map<String, AttributeValue>>>();
        request.requestItems()
                .forEach((table, asked) -> found.put(
                        table,
                        asked.keys().stream()
                                .map(key -> items.get(key(key)))
                                .filter(Objects::nonNull)
                                .toList()));
        return BatchGetItemResponse.builder().responses(found).build();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        var puts = request.transactItems().stream().map(OneTable::put).toList();
        if (losesNextAnswer) {
            losesNextAnswer = false;
            write(puts);
        }
        write(puts);
        return TransactWriteItemsResponse.builder().build();
    }

    private void write(List<PutItemRequest> puts) {
        var reasons = puts.stream()
                .map(put -> {
                    var old = Optional.ofNullable(items.get(key(put.item())));
                    var reason = CancellationReason.builder().code(holds(put, old) ? "None" : "ConditionalCheckFailed");
                    old.filter(_ -> !holds(put, old)).ifPresent(reason::item);
                    return reason.build();
                })
                .toList();
        if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
            throw TransactionCanceledException.builder()
                    .cancellationReasons(reasons)
                    .build();
        }
        puts.forEach(this::put);
        writes -= puts.size() - 1;
    }

    private static PutItemRequest put(TransactWriteItem item) {
        var put = item.put();
        return PutItemRequest.builder()
                .item(put.item())
                .conditionExpression(put.conditionExpression())
                .expressionAttributeNames(put.expressionAttributeNames())
                .expressionAttributeValues(put.expressionAttributeValues())
                .build();
    }

    private PutItemResponse put(PutItemRequest request) {
        var key = key(request.item());
        var old = Optional.ofNullable(items.get(key));
        if (!holds(request, old)) {
            var failure = ConditionalCheckFailedException.builder().message("The conditional request failed");
            if (request.returnValuesOnConditionCheckFailure() == ReturnValuesOnConditionCheckFailure.ALL_OLD) {
                old.ifPresent(failure::item);
            }
            throw failure.build();
        }
        writes++;
        items.put(key, request.item());
        Optional.ofNullable(request.item().get("out")).ifPresent(this::tell);
        return PutItemResponse.builder().build();
    }

    private static boolean holds(PutItemRequest request, Optional<Map<String, AttributeValue>> old) {
        return switch (request.conditionExpression()) {
            case "attribute_not_exists(playerId)" -> old.isEmpty();
            case "#revision = :before" -> {
                var name = Optional.ofNullable(
                                request.expressionAttributeNames().get("#revision"))
                        .orElseThrow();
                var before =
                        Optional.ofNullable(request.expressionAttributeValues().get(":before"));
                yield before.equals(old.map(item -> item.get(name)));
            }
            default -> throw new UnsupportedOperationException(request.conditionExpression());
        };
    }

    private void tell(AttributeValue out) {
        try {
            Outbox.told(out).forEach(envelope -> told.add(Envelopes.read(envelope)));
        } catch (Outbox.Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private String key(Map<String, AttributeValue> attributes) {
        var player =
                Optional.ofNullable(attributes.get("playerId")).orElseThrow().s();
        if (player.equals(refuses)) {
            throw DynamoDbException.builder()
                    .message("Out of reach")
                    .statusCode(500)
                    .build();
        }
        return player + "/"
                + Optional.ofNullable(attributes.get("sk")).orElseThrow().s();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
