package com.lifeverse.local.table.sdk;

import com.lifeverse.local.table.admin.Administration;
import com.lifeverse.local.table.request.Access;
import com.lifeverse.local.table.request.Faults;
import com.lifeverse.local.table.request.Interceptor;
import com.lifeverse.local.table.request.Unheld;
import com.lifeverse.local.table.transaction.Transactions;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/**
 * DynamoDB as one caller sees it. Each call needs the caller's permission for the action on the table; in a transaction
 * each part needs the permission of its own action. What is not held here is refused by name.
 */
public final class LocalDynamoDb implements DynamoDbClient {
    private final Supplier<Interceptor> interceptor;
    private final ItemReads reads;
    private final PageReads pages;
    private final ItemWrites writes;
    private final BatchWrites batches;
    private final Transactions transactions;
    private final TransactionWrites transactionWrites;
    private final TransactionReads transactionReads;
    private final Administration administration;

    private LocalDynamoDb(
            Access access, Transactions transactions, InstantSource clock, Supplier<Interceptor> interceptor) {
        this.interceptor = interceptor;
        this.transactions = transactions;
        this.reads = new ItemReads(access);
        this.pages = new PageReads(access);
        this.writes = new ItemWrites(access);
        this.batches = new BatchWrites(access);
        this.transactionWrites = new TransactionWrites(access, transactions);
        this.transactionReads = new TransactionReads(access, transactions);
        this.administration = new Administration(access, clock);
    }

    /** {@code interceptor} is asked at each call for the one that looks in on it. */
    public static DynamoDbClient of(
            Access access, Transactions transactions, InstantSource clock, Supplier<Interceptor> interceptor) {
        return Unheld.named(new LocalDynamoDb(access, transactions, clock, interceptor));
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return call("BatchGetItem", () -> request.requestItems().keySet(), () -> reads.batchGet(request));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return call("BatchWriteItem", () -> request.requestItems().keySet(), () -> batches.write(request));
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        return call("CreateTable", () -> one(request.tableName()), () -> administration.create(request));
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return call("DeleteItem", () -> one(request.tableName()), () -> writes.delete(request));
    }

    @Override
    public DeleteTableResponse deleteTable(DeleteTableRequest request) {
        return call("DeleteTable", () -> one(request.tableName()), () -> administration.delete(request));
    }

    @Override
    public DescribeEndpointsResponse describeEndpoints(DescribeEndpointsRequest request) {
        return call("DescribeEndpoints", () -> List.of(), administration::describeEndpoints);
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return call("DescribeTable", () -> one(request.tableName()), () -> administration.describe(request));
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        return call(
                "DescribeTimeToLive", () -> one(request.tableName()), () -> administration.describeTimeToLive(request));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return call("GetItem", () -> one(request.tableName()), () -> reads.get(request));
    }

    @Override
    public ListTablesResponse listTables(ListTablesRequest request) {
        return call("ListTables", () -> List.of(), () -> administration.list(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return call("PutItem", () -> one(request.tableName()), () -> writes.put(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return call("Query", () -> one(request.tableName()), () -> pages.query(request));
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return call("Scan", () -> one(request.tableName()), () -> pages.scan(request));
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        return call("TagResource", () -> List.of(), () -> administration.tag(request));
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        return call("UntagResource", () -> List.of(), () -> administration.untag(request));
    }

    @Override
    public ListTagsOfResourceResponse listTagsOfResource(ListTagsOfResourceRequest request) {
        return call("ListTagsOfResource", () -> List.of(), () -> administration.listTags(request));
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        return call("TransactGetItems", () -> TransactionReads.tables(request), () -> transactionReads.get(request));
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return call(
                "TransactWriteItems", () -> TransactionWrites.tables(request), () -> transactionWrites.write(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return call("UpdateItem", () -> one(request.tableName()), () -> writes.update(request));
    }

    @Override
    public UpdateTableResponse updateTable(UpdateTableRequest request) {
        return call("UpdateTable", () -> one(request.tableName()), () -> administration.update(request));
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        return call("UpdateTimeToLive", () -> one(request.tableName()), () -> administration.updateTimeToLive(request));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The tables belong to the stack, not to the client.
    }

    private <T> T call(String operation, Supplier<Collection<String>> tables, Supplier<T> effect) {
        var looking = interceptor.get();
        if (looking.equals(Interceptor.NONE)) {
            return settled(effect);
        }
        var names = tables.get();
        looking.before(operation, names);
        var answer = settled(effect);
        looking.after(operation, names);
        return answer;
    }

    // Nobody must be told of a write that a crash could still undo, not even who has only read it.
    private <T> T settled(Supplier<T> effect) {
        var answer = Faults.translated(effect);
        transactions.settle();
        return answer;
    }

    private static List<String> one(@Nullable String table) {
        return table == null ? List.of() : List.of(table);
    }
}
