package com.lifeverse.local.wire;

import static com.lifeverse.local.wire.WireWorld.player;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

@Tag("adapters")
class AwsPortTest {
    private final WireWorld world = new WireWorld();
    private final DynamoDbClient client = world.client();

    @AfterEach
    void close() {
        client.close();
        world.close();
        assertThat(world.failures).isEmpty();
    }

    @Test
    void anItemOfEveryTypeComesBackAsItWasPut() {
        var item = new LinkedHashMap<>(player("ada", "all"));
        item.put("s", AttributeValue.fromS("grüß dich"));
        item.put("n", AttributeValue.fromN("-1.5"));
        item.put("b", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, 7})));
        item.put("bool", AttributeValue.fromBool(false));
        item.put("nul", AttributeValue.fromNul(true));
        item.put("l", AttributeValue.fromL(List.of(AttributeValue.fromL(List.of()), AttributeValue.fromS(""))));
        item.put("m", AttributeValue.fromM(Map.of("inner", AttributeValue.fromM(Map.of()))));
        item.put("ss", AttributeValue.fromSs(List.of("a", "b")));
        item.put("ns", AttributeValue.fromNs(List.of("1", "2")));
        item.put("bs", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))));

        client.putItem(put -> put.tableName("players").item(item));

        assertThat(client.getItem(get -> get.tableName("players").key(player("ada", "all")))
                        .item())
                .isEqualTo(item);
    }

    @Test
    void whoAsksForTheEndpointIsToldThisPortAndNotAws() {
        var endpoint = client.describeEndpoints(
                        DescribeEndpointsRequest.builder().build())
                .endpoints()
                .getFirst();
        assertThat(endpoint.address()).isEqualTo(world.listener.address().getAuthority());
        assertThat(endpoint.cachePeriodInMinutes()).isEqualTo(1_440);
    }

    @Test
    void whatIsNotThereIsNotInTheAnswer() {
        var answer = client.getItem(get -> get.tableName("players").key(player("ada", "none")));
        assertThat(answer.hasItem()).isFalse();
        assertThat(answer.consumedCapacity()).isNull();
    }

    @Test
    void updatesAndDeletesAnswerTheValuesAskedFor() {
        var updated = client.updateItem(update -> update.tableName("players")
                .key(player("ada", "score"))
                .updateExpression("ADD points :one")
                .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                .returnValues("ALL_NEW")
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(updated.attributes()).containsEntry("points", AttributeValue.fromN("1"));
        assertThat(updated.consumedCapacity().capacityUnits()).isEqualTo(1.0);

        var deleted = client.deleteItem(delete ->
                delete.tableName("players").key(player("ada", "score")).returnValues("ALL_OLD"));
        assertThat(deleted.attributes()).isEqualTo(updated.attributes());
    }

    @Test
    void paginatorsWalkThroughQueriesAndScans() {
        for (int i = 0; i < 7; i++) {
            var item = player("ada", "inbox#" + i);
            client.putItem(put -> put.tableName("players").item(item));
        }
        var queried = new ArrayList<String>();
        client.queryPaginator(query -> query.tableName("players")
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("ada")))
                        .limit(2))
                .items()
                .forEach(item -> queried.add(String.valueOf(item.get("sk"))));
        assertThat(queried).hasSize(7).isSorted();
        assertThat(client.scanPaginator(scan -> scan.tableName("players").limit(3)).stream())
                .hasSize(3);
    }

    @Test
    void manyItemsAreReadAtOnce() {
        client.putItem(put -> put.tableName("players").item(player("ada", "a")));
        client.putItem(put -> put.tableName("players").item(player("ada", "b")));
        var keys = KeysAndAttributes.builder()
                .keys(List.of(player("ada", "a"), player("ada", "b"), player("ada", "c")))
                .build();
        var answer = client.batchGetItem(get -> get.requestItems(Map.of("players", keys)));
        assertThat(answer.responses().get("players")).hasSize(2);
        assertThat(answer.unprocessedKeys()).isEmpty();
    }

    @Test
    void aFailedConditionShowsTheItemThatThereIs() {
        client.putItem(put -> put.tableName("players").item(player("ada", "a")));
        var failure = catchThrowableOfType(
                ConditionalCheckFailedException.class,
                () -> client.putItem(put -> put.tableName("players")
                        .item(player("ada", "a"))
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)));
        assertThat(failure.item()).isEqualTo(player("ada", "a"));
        assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo("The conditional request failed");
        assertThat(failure.statusCode()).isEqualTo(400);
        assertThat(failure.requestId()).isNotBlank();
    }

    @Test
    void aCancelledTransactionGivesItsReasons() {
        client.transactWriteItems(write -> write.transactItems(made("a")));
        var failure = catchThrowableOfType(
                TransactionCanceledException.class,
                () -> client.transactWriteItems(write -> write.transactItems(made("b"), made("a"))));
        assertThat(failure.cancellationReasons())
                .extracting(reason -> reason.code())
                .containsExactly("None", "ConditionalCheckFailed");
        assertThat(failure.awsErrorDetails().errorMessage()).endsWith("[None, ConditionalCheckFailed]");
    }

    @Test
    void refusalsArriveAsTheirOwnTypes() {
        assertThatThrownBy(() -> client.getItem(get -> get.tableName("nowhere").key(player("a", "b"))))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Requested resource not found");
        assertThatThrownBy(() -> client.updateItem(update ->
                        update.tableName("players").key(player("a", "b")).updateExpression("SET")))
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        failure -> assertThat(failure.awsErrorDetails().errorCode())
                                .isEqualTo("ValidationException"));
    }

    @Test
    void whatTheTablesDoNotHoldIsRefusedByName() {
        assertThatThrownBy(() -> client.createBackup(
                        backup -> backup.tableName("players").backupName("copy")))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("createBackup");
    }

    @Test
    void credentialsOfASessionActAsItsRole() {
        var session = world.credentials.issue("arn:aws:iam::111111111111:role/server", "one", Duration.ofHours(1));
        try (var server = world.client(session)) {
            server.putItem(put -> put.tableName("players").item(player("ada", "a")));
            assertThatThrownBy(() -> server.getItem(
                            get -> get.tableName("live").key(Map.of("playerId", AttributeValue.fromS("ada")))))
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            failure -> assertThat(failure.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDeniedException"));
        }
    }

    private static TransactWriteItem made(String sk) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName("players")
                        .item(player("ada", sk))
                        .conditionExpression("attribute_not_exists(pk)"))
                .build();
    }
}
