package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Stage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Items of the table of triggers, as it has them, whatever anybody was told. */
final class Items {
    static final String TABLE = "TriggersTable";

    private Items() {}

    static Map<String, AttributeValue> of(Stage stage, String partition, String sort) {
        return stage.stack()
                .tables()
                .getItem(get -> get.tableName(stage.stack().ref(TABLE))
                        .key(Map.of("playerId", AttributeValue.fromS(partition), "sk", AttributeValue.fromS(sort)))
                        .consistentRead(true))
                .item();
    }

    static List<Map<String, AttributeValue>> all(Stage stage, String table) {
        return stage
                .stack()
                .tables()
                .scanPaginator(scan -> scan.tableName(stage.stack().ref(table)))
                .items()
                .stream()
                .toList();
    }

    /** The items that a request puts. */
    static Stream<Map<String, AttributeValue>> put(Object request) {
        return switch (request) {
            case PutItemRequest put -> Stream.of(put.item());
            case TransactWriteItemsRequest write ->
                write.transactItems().stream()
                        .filter(each -> each.put() != null)
                        .map(each -> each.put().item());
            default -> Stream.empty();
        };
    }

    static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }

    static String number(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.n() == null ? "" : value.n();
    }
}
