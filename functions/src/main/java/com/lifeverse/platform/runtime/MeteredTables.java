package com.lifeverse.platform.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
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
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** A client of tables that asks with every call what it used, and adds that to the {@link Spending} under way. Changes nothing else. */
final class MeteredTables {
    private static final ReturnConsumedCapacity ASKED = ReturnConsumedCapacity.TOTAL;

    private MeteredTables() {}

    static DynamoDbClient of(DynamoDbClient client) {
        return (DynamoDbClient) Proxy.newProxyInstance(
                MeteredTables.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (metered, method, arguments) -> {
                    if (arguments == null || arguments.length != 1) {
                        return call(client, method, arguments);
                    }
                    if (arguments[0] instanceof Consumer<?>) {
                        // The interface's own shorthand, which makes the request and calls again.
                        return InvocationHandler.invokeDefault(metered, method, arguments);
                    }
                    var answer = call(client, method, asking(arguments[0]));
                    count(answer);
                    return answer;
                });
    }

    private static Object call(DynamoDbClient client, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    /** The same request, which wants to know; one that wants to know already stays as it is. */
    private static Object asking(Object request) {
        return switch (request) {
            case GetItemRequest get
            when get.returnConsumedCapacity() == null ->
                get.toBuilder().returnConsumedCapacity(ASKED).build();
            case QueryRequest query
            when query.returnConsumedCapacity() == null ->
                query.toBuilder().returnConsumedCapacity(ASKED).build();
            case ScanRequest scan
            when scan.returnConsumedCapacity() == null ->
                scan.toBuilder().returnConsumedCapacity(ASKED).build();
            case BatchGetItemRequest get
            when get.returnConsumedCapacity() == null ->
                get.toBuilder().returnConsumedCapacity(ASKED).build();
            case PutItemRequest put
            when put.returnConsumedCapacity() == null ->
                put.toBuilder().returnConsumedCapacity(ASKED).build();
            case UpdateItemRequest update
            when update.returnConsumedCapacity() == null ->
                update.toBuilder().returnConsumedCapacity(ASKED).build();
            case DeleteItemRequest delete
            when delete.returnConsumedCapacity() == null ->
                delete.toBuilder().returnConsumedCapacity(ASKED).build();
            case BatchWriteItemRequest write
            when write.returnConsumedCapacity() == null ->
                write.toBuilder().returnConsumedCapacity(ASKED).build();
            case TransactWriteItemsRequest write
            when write.returnConsumedCapacity() == null ->
                write.toBuilder().returnConsumedCapacity(ASKED).build();
            default -> request;
        };
    }

    private static void count(Object answer) {
        switch (answer) {
            case GetItemResponse got -> Spending.add(units(got.consumedCapacity()), 0);
            case QueryResponse found -> Spending.add(units(found.consumedCapacity()), 0);
            case ScanResponse found -> Spending.add(units(found.consumedCapacity()), 0);
            case BatchGetItemResponse got -> Spending.add(units(got.consumedCapacity()), 0);
            case PutItemResponse put -> Spending.add(0, units(put.consumedCapacity()));
            case UpdateItemResponse updated -> Spending.add(0, units(updated.consumedCapacity()));
            case DeleteItemResponse deleted -> Spending.add(0, units(deleted.consumedCapacity()));
            case BatchWriteItemResponse written -> Spending.add(0, units(written.consumedCapacity()));
            case TransactWriteItemsResponse written -> Spending.add(0, units(written.consumedCapacity()));
            // The rest makes and describes tables, which no request of a player does.
            default -> {}
        }
    }

    private static double units(List<ConsumedCapacity> tables) {
        return tables.stream().mapToDouble(MeteredTables::units).sum();
    }

    private static double units(ConsumedCapacity table) {
        return table == null || table.capacityUnits() == null ? 0 : table.capacityUnits();
    }
}
