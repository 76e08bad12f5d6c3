package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.attribute;
import static com.lifeverse.local.table.TableWorld.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Select;

@Tag("adapters")
class PageTest {
    private final TableWorld world = TableWorld.inMemory();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pk = :p | a1 a2 a3 b1 b2",
                ":p = pk | a1 a2 a3 b1 b2",
                "pk = :p AND sk = :x | a2",
                "pk = :p AND sk < :x | a1",
                "pk = :p AND sk <= :x | a1 a2",
                "pk = :p AND sk > :x | a3 b1 b2",
                "pk = :p AND sk >= :x | a2 a3 b1 b2",
                "pk = :p AND begins_with(sk, :y) | b1 b2",
                "pk = :p AND sk BETWEEN :x AND :z | a2 a3 b1",
                "(pk = :p) AND (sk BETWEEN :x AND :z) | a2 a3 b1"
            })
    void aQueryGoesThroughItsRangeInTheOrderOfTheSortKey(String condition, String expected) {
        fillPlayers();
        var values = item(":p", "p");
        for (var each : Map.of(":x", "a2", ":y", "b", ":z", "b1").entrySet()) {
            if (condition.contains(each.getKey())) {
                values.put(each.getKey(), AttributeValue.fromS(each.getValue()));
            }
        }
        var forward = query(query -> query.keyConditionExpression(condition).expressionAttributeValues(values));
        assertThat(sortKeys(forward.items())).containsExactly(expected.split(" ", -1));

        var backward = query(query -> query.keyConditionExpression(condition)
                .expressionAttributeValues(values)
                .scanIndexForward(false));
        assertThat(sortKeys(backward.items()).reversed()).containsExactly(expected.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void pagesJoinWithoutGapOrDouble(boolean isForward) {
        fillPlayers();
        var found = new ArrayList<String>();
        Map<String, AttributeValue> start = null;
        do {
            var from = start;
            var page = query(query -> query.keyConditionExpression("pk = :p")
                    .expressionAttributeValues(item(":p", "p"))
                    .scanIndexForward(isForward)
                    .exclusiveStartKey(from)
                    .limit(2));
            found.addAll(sortKeys(page.items()));
            start = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : null;
        } while (start != null);
        assertThat(isForward ? found : found.reversed()).containsExactly("a1", "a2", "a3", "b1", "b2");
    }

    @Test
    void numbersSortByValue() {
        for (var score : List.of("10", "9", "-3", "2.5", "100", "0")) {
            world.put("scores", item("board", "x", "score", AttributeValue.fromN(score)));
        }
        var found = world.client()
                .query(query -> query.tableName("scores")
                        .keyConditionExpression("board = :b AND score > :low")
                        .expressionAttributeValues(item(":b", "x", ":low", -1)));
        assertThat(found.items().stream().map(each -> attribute(each, "score").n()))
                .containsExactly("0", "2.5", "9", "10", "100");
    }

    @Test
    void aFilterHidesItemsButNotTheirCost() {
        fillPlayers();
        var answer = query(query -> query.keyConditionExpression("pk = :p")
                .filterExpression("points > :two")
                .expressionAttributeValues(item(":p", "p", ":two", 2))
                .projectionExpression("points")
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(answer.items()).containsExactly(item("points", 3), item("points", 4));
        assertThat(answer.count()).isEqualTo(2);
        assertThat(answer.scannedCount()).isEqualTo(5);
        assertThat(answer.consumedCapacity().capacityUnits()).isEqualTo(0.5);
    }

    @Test
    void aPageEndsAtAMegabyte() {
        for (int i = 0; i < 8; i++) {
            world.put("players", item("pk", "big", "sk", "s" + i, "x", "x".repeat(200 * 1024)));
        }
        var page = query(query -> query.keyConditionExpression("pk = :p")
                .expressionAttributeValues(item(":p", "big"))
                .select(Select.COUNT)
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(page.hasItems()).isFalse();
        assertThat(page.count()).isEqualTo(6);
        assertThat(page.lastEvaluatedKey()).isEqualTo(item("pk", "big", "sk", "s5"));
        assertThat(page.consumedCapacity().capacityUnits()).isEqualTo(301.0);
    }

    @Test
    void aScanPagesThroughAllItems() {
        fillPlayers();
        var found = world
                .client()
                .scanPaginator(scan -> scan.tableName("players").limit(2))
                .items()
                .stream()
                .toList();
        assertThat(found).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sk = :p | Query condition missed key schema element: pk",
                "pk > :p | Query key condition not supported",
                "pk = :p OR sk = :p | Invalid operator used in KeyConditionExpression: OR",
                "pk = :p AND sk <> :p | Invalid operator used in KeyConditionExpression: <>",
                "pk = :p AND third = :p | Query condition missed key schema element: sk",
                "pk = :p AND pk = :p | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
                "pk = sk AND sk = :p | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
                "pk.x = :p | Invalid KeyConditionExpression: KeyConditionExpressions cannot have conditions on nested attributes",
                "pk = :p AND sk = :p AND sk < :p | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
                "pk = :p AND sk = :p AND third < :p | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)"
            })
    void aKeyConditionIsRefusedInTheWordsOfAws(String condition, String message) {
        assertRefused(
                query -> query.keyConditionExpression(condition).expressionAttributeValues(item(":p", "p")), message);
    }

    @Test
    void aKeyOfTheWrongTypeIsRefused() {
        assertRefused(
                query -> query.keyConditionExpression("pk = :p").expressionAttributeValues(item(":p", 1)),
                "One or more parameter values were invalid: Condition parameter type does not match schema type");
    }

    @Test
    void aFilterOnTheKeyIsRefused() {
        assertRefused(
                query -> query.keyConditionExpression("pk = :p")
                        .filterExpression("sk = :p")
                        .expressionAttributeValues(item(":p", "p")),
                "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk");
    }

    @Test
    void aStartOutsideOfTheRangeIsRefused() {
        assertRefused(
                query -> query.keyConditionExpression("pk = :p")
                        .expressionAttributeValues(item(":p", "p"))
                        .exclusiveStartKey(item("pk", "other", "sk", "a1")),
                "The provided starting key is outside query boundaries based on provided conditions");
    }

    private void fillPlayers() {
        int points = 0;
        for (var sk : List.of("b2", "a1", "a3", "a2", "b1")) {
            world.put("players", item("pk", "p", "sk", sk, "points", points++));
        }
        world.put("players", item("pk", "o", "sk", "z"));
        world.put("players", item("pk", "pp", "sk", "a"));
    }

    private QueryResponse query(Consumer<QueryRequest.Builder> request) {
        return world.client().query(query -> request.accept(query.tableName("players")));
    }

    private void assertRefused(Consumer<QueryRequest.Builder> request, String message) {
        assertThatExceptionOfType(DynamoDbException.class)
                .isThrownBy(() -> query(request))
                .satisfies(failure ->
                        assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo(message));
    }

    private static List<String> sortKeys(List<Map<String, AttributeValue>> items) {
        return items.stream().map(each -> attribute(each, "sk").s()).toList();
    }
}
