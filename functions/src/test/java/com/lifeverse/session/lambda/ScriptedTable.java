package com.lifeverse.session.lambda;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Tables that keep the requests and give an update the answers that it was told to give. They take every transaction; who
 * reads finds the one item that was put there, if any.
 */
final class ScriptedTable implements DynamoDbClient {
    final List<UpdateItemRequest> requests = new ArrayList<>();
    final List<TransactWriteItemsRequest> transactions = new ArrayList<>();
    private final Deque<Supplier<UpdateItemResponse>> answers = new ArrayDeque<>();
    private Map<String, AttributeValue> item = Map.of();
    private boolean away;

    /** From now on, this is what a read finds. */
    void hold(Map<String, AttributeValue> found) {
        item = found;
    }

    /** From now on, nothing is answered. */
    void goAway() {
        away = true;
    }

    void answerOld(Map<String, AttributeValue> item) {
        answers.add(() -> UpdateItemResponse.builder().attributes(item).build());
    }

    void refuse(Map<String, AttributeValue> item) {
        answers.add(() -> {
            throw ConditionalCheckFailedException.builder()
                    .message("The conditional request failed")
                    .item(item)
                    .build();
        });
    }

    void conflict() {
        answers.add(() -> {
            throw TransactionConflictException.builder()
                    .message("Transaction is ongoing for the item")
                    .statusCode(400)
                    .build();
        });
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        requests.add(request);
        answerable();
        return answers.remove().get();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        transactions.add(request);
        answerable();
        return TransactWriteItemsResponse.builder().build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        answerable();
        var answer = GetItemResponse.builder();
        return item.isEmpty() ? answer.build() : answer.item(item).build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        answerable();
        return QueryResponse.builder().items(List.of()).build();
    }

    private void answerable() {
        if (away) {
            throw DynamoDbException.builder()
                    .message("Service unavailable")
                    .statusCode(503)
                    .build();
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
