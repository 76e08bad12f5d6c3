package com.lifeverse.local.table.sdk;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.table.engine.Catalogue;
import com.lifeverse.local.table.parse.ParsedExpressions;
import com.lifeverse.local.table.transaction.Transactions;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * DynamoDB as one caller sees it. Each call needs the caller's permission for the action on the table; in a transaction
 * each part needs the permission of its own action. What is not held here is refused by name.
 */
public final class LocalDynamoDb implements DynamoDbClient {
    private final ItemReads reads;
    private final PageReads pages;
    private final ItemWrites writes;
    private final TransactionWrites transactionWrites;
    private final TransactionReads transactionReads;
    private final Descriptions descriptions;

    private LocalDynamoDb(Access access, Transactions transactions) {
        this.reads = new ItemReads(access);
        this.pages = new PageReads(access);
        this.writes = new ItemWrites(access);
        this.transactionWrites = new TransactionWrites(access, transactions);
        this.transactionReads = new TransactionReads(access, transactions);
        this.descriptions = new Descriptions(access);
    }

    public static DynamoDbClient of(
            Catalogue catalogue, Transactions transactions, ParsedExpressions parsed, Caller caller) {
        return Refusals.named(new LocalDynamoDb(new Access(catalogue, parsed, caller), transactions));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return Faults.translated(() -> reads.get(request));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return Faults.translated(() -> reads.batchGet(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return Faults.translated(() -> pages.query(request));
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return Faults.translated(() -> pages.scan(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return Faults.translated(() -> writes.put(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return Faults.translated(() -> writes.update(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return Faults.translated(() -> writes.delete(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return Faults.translated(() -> transactionWrites.write(request));
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        return Faults.translated(() -> transactionReads.get(request));
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return Faults.translated(() -> descriptions.describe(request));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The tables belong to the stack, not to the client.
    }
}
