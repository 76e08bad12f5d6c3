package com.lifeverse.platform.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items of one table by their keys, a hundred a request. What a request leaves unanswered is asked for again. */
public final class BatchReads {
    private static final int BATCH = 100;
    private static final int ATTEMPTS = 5;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public BatchReads(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /**
     * Those that are there, in any order: a read unit for each 4 KB of each item, half of it unless {@code consistent}.
     *
     * @param keys each one once
     */
    public List<Map<String, AttributeValue>> read(List<Map<String, AttributeValue>> keys, boolean consistent) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            var batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
            var asked = KeysAndAttributes.builder().keys(batch).consistentRead(consistent);
            found.addAll(batch(Map.of(table, asked.build())));
        }
        return found;
    }

    private List<Map<String, AttributeValue>> batch(Map<String, KeysAndAttributes> first) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var asked = first;
        for (int attempt = 0; !asked.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("The table leaves keys unanswered, again and again");
            }
            var now = asked;
            var answer = dynamoDb.batchGetItem(request -> request.requestItems(now));
            found.addAll(answer.responses().getOrDefault(table, List.of()));
            asked = answer.unprocessedKeys();
        }
        return found;
    }
}
