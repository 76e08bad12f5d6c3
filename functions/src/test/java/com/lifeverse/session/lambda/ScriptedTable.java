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
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A table that knows UpdateItem only, keeps the requests, and gives the answers that it was told to give. */
final class ScriptedTable implements DynamoDbClient {
    final List<UpdateItemRequest> requests = new ArrayList<>();
    private final Deque<Supplier<UpdateItemResponse>> answers = new ArrayDeque<>();

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
        return answers.remove().get();
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
