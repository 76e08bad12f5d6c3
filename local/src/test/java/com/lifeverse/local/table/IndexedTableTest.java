package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What tables with indexes have more than others: their own throughput, and collections of items. */
@Tag("adapters")
class IndexedTableTest {
    private final TableWorld world = TableWorld.inMemory();
    private final DynamoDbClient client = world.client();

    @Test
    void aTableBecomesProvisionedTogetherWithItsIndexes() {
        make(table -> table.globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                .indexName("byDay")
                .keySchema(key("day", KeyType.HASH))
                .projection(all -> all.projectionType(ProjectionType.ALL))
                .build()));

        assertThatThrownBy(() -> client.updateTable(update -> update.tableName("clans")
                        .billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(5L).writeCapacityUnits(6L))))
                .hasMessageContaining("ProvisionedThroughput is not specified for index: byDay");

        client.updateTable(update -> update.tableName("clans")
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(units -> units.readCapacityUnits(5L).writeCapacityUnits(6L))
                .globalSecondaryIndexUpdates(List.of(GlobalSecondaryIndexUpdate.builder()
                        .update(index -> index.indexName("byDay")
                                .provisionedThroughput(
                                        units -> units.readCapacityUnits(7L).writeCapacityUnits(8L)))
                        .build())));

        var shown =
                client.describeTable(describe -> describe.tableName("clans")).table();
        assertThat(shown.provisionedThroughput().writeCapacityUnits()).isEqualTo(6);
        assertThat(shown.globalSecondaryIndexes()
                        .getFirst()
                        .provisionedThroughput()
                        .readCapacityUnits())
                .isEqualTo(7);
    }

    @Test
    void batchesAndTransactionsTellTheCollectionsThatTheyTouchedOnceEach() {
        make(table -> table.localSecondaryIndexes(LocalSecondaryIndex.builder()
                .indexName("local")
                .keySchema(key("clan", KeyType.HASH), key("day", KeyType.RANGE))
                .projection(all -> all.projectionType(ProjectionType.ALL))
                .build()));

        var batch = client.batchWriteItem(write -> write.returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE)
                .requestItems(Map.of("clans", List.of(put("foxes", "ada"), put("foxes", "bob"), put("owls", "cy")))));
        var transaction =
                client.transactWriteItems(write -> write.returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE)
                        .transactItems(List.of(TransactWriteItem.builder()
                                .delete(delete -> delete.tableName("clans").key(item("clan", "owls", "member", "cy")))
                                .build())));

        assertThat(batch.itemCollectionMetrics().get("clans"))
                .extracting(each ->
                        TableWorld.attribute(each.itemCollectionKey(), "clan").s())
                .containsExactly("foxes", "owls");
        assertThat(transaction.itemCollectionMetrics()).containsOnlyKeys("clans");
    }

    @Test
    void copiesInLocalIndexesCountAsTheItems() {
        make(table -> table.localSecondaryIndexes(LocalSecondaryIndex.builder()
                .indexName("local")
                .keySchema(key("clan", KeyType.HASH), key("day", KeyType.RANGE))
                .projection(all -> all.projectionType(ProjectionType.ALL))
                .build()));
        var text = "x".repeat(300 * 1024);

        assertThatThrownBy(() -> client.putItem(write -> write.tableName("clans")
                        .item(item("clan", "foxes", "member", "ada", "day", "monday", "text", text))))
                .hasMessageContaining("Item size has exceeded the maximum allowed size");
        client.putItem(write -> write.tableName("clans").item(item("clan", "foxes", "member", "ada", "text", text)));
    }

    @Test
    void allIndexesTogetherNameAHundredAttributesAtMost() {
        assertThatThrownBy(() -> make(table -> table.globalSecondaryIndexes(IntStream.range(0, 6)
                        .mapToObj(IndexedTableTest::namingTwenty)
                        .toList())))
                .hasMessageContaining("exceed the per-table limit of 100: 120");

        make(table -> table.globalSecondaryIndexes(
                IntStream.range(0, 5).mapToObj(IndexedTableTest::namingTwenty).toList()));
    }

    @Test
    void whatExpressionsAreGivenIsTwoMegabytesAtMost() {
        make(table -> table.globalSecondaryIndexes(namingTwenty(0)));
        var text = TableWorld.s("x".repeat(300 * 1024));
        var values = new TreeMap<String, AttributeValue>();
        for (int i = 0; i < 7; i++) {
            values.put(":v" + i, text);
        }
        var anyOfThem = "attribute_exists(clan) OR clan IN (%s)".formatted(String.join(", ", values.keySet()));

        assertThatThrownBy(() -> client.putItem(write -> write.tableName("clans")
                        .item(item("clan", "foxes", "member", "ada"))
                        .conditionExpression(anyOfThem)
                        .expressionAttributeValues(values)))
                .hasMessageContaining("maximum allowed size of 2097152 bytes");
    }

    private static GlobalSecondaryIndex namingTwenty(int number) {
        return GlobalSecondaryIndex.builder()
                .indexName("index" + number)
                .keySchema(key("day", KeyType.HASH))
                .projection(some -> some.projectionType(ProjectionType.INCLUDE)
                        .nonKeyAttributes(IntStream.range(0, 20)
                                .mapToObj(i -> "a%d_%d".formatted(number, i))
                                .toList()))
                .build();
    }

    private void make(Consumer<CreateTableRequest.Builder> indexes) {
        client.createTable(table -> {
            table.tableName("clans")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute("clan"), attribute("member"), attribute("day"))
                    .keySchema(key("clan", KeyType.HASH), key("member", KeyType.RANGE));
            indexes.accept(table);
        });
    }

    private static WriteRequest put(String clan, String member) {
        return WriteRequest.builder()
                .putRequest(put -> put.item(item("clan", clan, "member", member, "day", "monday")))
                .build();
    }

    private static AttributeDefinition attribute(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType("S")
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
