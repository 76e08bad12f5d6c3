package com.lifeverse.session.support;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Asks for the price of every call and adds it up. A call whose condition fails tells no price, so it counts as a call only. */
public final class MeteredDynamo implements DynamoDbClient {
    private final DynamoDbClient client;
    private double readUnits;
    private double writeUnits;
    private int calls;

    public MeteredDynamo(DynamoDbClient client) {
        this.client = client;
    }

    /** Starts again from nothing. */
    public void reset() {
        readUnits = 0;
        writeUnits = 0;
        calls = 0;
    }

    public double readUnits() {
        return readUnits;
    }

    public double writeUnits() {
        return writeUnits;
    }

    public int calls() {
        return calls;
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        calls++;
        var answer = client.getItem(request.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        read(answer.consumedCapacity());
        return answer;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        calls++;
        var answer = client.batchGetItem(request.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        answer.consumedCapacity().forEach(this::read);
        return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        calls++;
        var answer = client.query(request.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        read(answer.consumedCapacity());
        return answer;
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        calls++;
        var answer = client.putItem(request.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        written(List.of(answer.consumedCapacity()));
        return answer;
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        calls++;
        var answer = client.deleteItem(request.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        written(List.of(answer.consumedCapacity()));
        return answer;
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        calls++;
        var answer = client.updateItem(request.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        written(List.of(answer.consumedCapacity()));
        return answer;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        calls++;
        var answer = client.transactWriteItems(request.toBuilder()
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build());
        written(answer.consumedCapacity());
        return answer;
    }

    private void read(ConsumedCapacity capacity) {
        readUnits += capacity.capacityUnits();
    }

    private void written(Collection<ConsumedCapacity> capacities) {
        writeUnits +=
                capacities.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        client.close();
    }
}
