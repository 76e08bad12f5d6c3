package com.lifeverse.platform.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** One partition of a table, whole: for what concerns all there is of a player, and on no player's path. */
public final class Partition {
    private static final int BATCH = 25;
    private static final int ATTEMPTS = 8;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final String key;

    /**
     * Speaks to a table.
     *
     * @param partitionKey the name of its partition key
     */
    public Partition(DynamoDbClient dynamoDb, String table, String partitionKey) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.key = partitionKey;
    }

    /** All items under the key, read consistently: a read unit for each 4 KB. */
    public List<Map<String, AttributeValue>> all(String value) {
        var request = QueryRequest.builder().tableName(table).consistentRead(true);
        return pages(request, value, Integer.MAX_VALUE);
    }

    /** At most so many items under the key, read consistently. */
    public List<Map<String, AttributeValue>> first(String value, int most) {
        var request = QueryRequest.builder().tableName(table).consistentRead(true);
        return pages(request, value, most);
    }

    /** The keys of all items under that value of an index, which may be a second behind. */
    public static List<Map<String, AttributeValue>> ofIndex(
            DynamoDbClient dynamoDb, String table, String index, String attribute, String value) {
        var request = QueryRequest.builder().tableName(table).indexName(index);
        return new Partition(dynamoDb, table, attribute).pages(request, value, Integer.MAX_VALUE);
    }

    /**
     * Deletes the items of those keys, whether they are there or not: a write unit each.
     *
     * @param keys each one once
     */
    public void delete(List<Map<String, AttributeValue>> keys) {
        for (int from = 0; from < keys.size(); from += BATCH) {
            var requests = keys.subList(from, Math.min(keys.size(), from + BATCH)).stream()
                    .map(each -> WriteRequest.builder()
                            .deleteRequest(DeleteRequest.builder().key(each).build())
                            .build())
                    .toList();
            write(Map.of(table, requests));
        }
    }

    private void write(Map<String, List<WriteRequest>> first) {
        var asked = first;
        for (int attempt = 0; !asked.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("The table leaves deletions undone, again and again");
            }
            var now = asked;
            asked = dynamoDb.batchWriteItem(request -> request.requestItems(now))
                    .unprocessedItems();
        }
    }

    private List<Map<String, AttributeValue>> pages(QueryRequest.Builder request, String value, int most) {
        request.keyConditionExpression("#key = :value")
                .expressionAttributeNames(Map.of("#key", key))
                .expressionAttributeValues(Map.of(":value", AttributeValue.fromS(value)));
        var items = new ArrayList<Map<String, AttributeValue>>();
        while (items.size() < most) {
            if (most < Integer.MAX_VALUE) {
                request.limit(most - items.size());
            }
            var answer = dynamoDb.query(request.build());
            items.addAll(answer.items());
            if (!answer.hasLastEvaluatedKey() || answer.lastEvaluatedKey().isEmpty()) {
                break;
            }
            request.exclusiveStartKey(answer.lastEvaluatedKey());
        }
        return items;
    }
}
