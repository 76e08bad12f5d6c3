package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static com.lifeverse.local.table.TableWorld.n;
import static com.lifeverse.local.table.TableWorld.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

@Tag("adapters")
class ItemOperationsTest {
    private static final Map<String, AttributeValue> ADA = item("playerId", "ada");

    private final TableWorld world = TableWorld.inMemory();

    @Test
    void everyTypeComesBackAsItWasPut() {
        var item = item(
                "playerId",
                "ada",
                "n",
                AttributeValue.fromN("-1.5"),
                "b",
                AttributeValue.fromB(SdkBytes.fromUtf8String("raw")),
                "t",
                AttributeValue.fromBool(false),
                "nothing",
                AttributeValue.fromNul(true),
                "l",
                AttributeValue.fromL(List.of(n(1), s("two"))),
                "m",
                AttributeValue.fromM(Map.of("k", s("v"))),
                "ss",
                AttributeValue.fromSs(List.of("a", "b")),
                "ns",
                AttributeValue.fromNs(List.of("1", "2")),
                "bs",
                AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))));
        world.put("live", item);
        assertThat(world.read("live", ADA)).isEqualTo(item);
    }

    @Test
    void aNullThatIsSaidToBeFalseIsRefused() {
        var item = Map.of("playerId", AttributeValue.fromS("ada"), "gone", AttributeValue.fromNul(false));
        assertThatThrownBy(() -> world.put("live", item))
                .hasMessageContaining(
                        "1 validation error detected: One or more parameter values were invalid: Null attribute"
                                + " value types must have the value of true");
        assertThatThrownBy(() -> world.read("live", Map.of("playerId", AttributeValue.fromNul(false))))
                .hasMessageContaining(
                        "One or more parameter values were invalid: Null attribute value types must have the"
                                + " value of true")
                .hasMessageNotContaining("validation error detected");
    }

    @Test
    void anUpdateMakesTheItemOfItsKeyAndItsChanges() {
        var answer = world.client()
                .updateItem(update -> update.tableName("live")
                        .key(ADA)
                        .updateExpression("SET lease = :lease ADD logins :one")
                        .expressionAttributeValues(item(":lease", 300, ":one", 1))
                        .returnValues(ReturnValue.ALL_NEW));
        assertThat(answer.attributes()).isEqualTo(item("playerId", "ada", "lease", 300, "logins", 1));
    }

    @Test
    void anUpdateThatOnlyTakesAwayMakesNoItem() {
        var answer = world.client()
                .updateItem(update -> update.tableName("live")
                        .key(ADA)
                        .updateExpression("REMOVE lease, bag.gem")
                        .returnValues(ReturnValue.ALL_NEW));
        assertThat(answer.hasAttributes()).isFalse();
        assertThat(world.read("live", ADA)).isEmpty();

        world.client().updateItem(update -> update.tableName("live").key(ADA));
        assertThat(world.read("live", ADA)).isEqualTo(ADA);
    }

    @Test
    void aFailedConditionShowsTheItemThatThereIsAndIsCounted() {
        world.put("live", item("playerId", "ada", "gen", 7));
        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() -> world.client()
                        .updateItem(update -> update.tableName("live")
                                .key(ADA)
                                .updateExpression("SET gen = gen + :one")
                                .conditionExpression("gen = :expected")
                                .expressionAttributeValues(item(":one", 1, ":expected", 6))
                                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                .satisfies(failure -> {
                    assertThat(failure.item()).isEqualTo(item("playerId", "ada", "gen", 7));
                    assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("ConditionalCheckFailedException");
                    assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo("The conditional request failed");
                    assertThat(failure.statusCode()).isEqualTo(400);
                });
        assertThat(world.tables().consumed("live").writeUnits()).isEqualTo(2);
        assertThat(world.tables().consumed("live").refusedWriteUnits()).isEqualTo(1);
    }

    @Test
    void aFailedConditionShowsNothingUnlessAsked() {
        world.put("live", ADA);
        assertThatExceptionOfType(ConditionalCheckFailedException.class)
                .isThrownBy(() -> world.client()
                        .putItem(put ->
                                put.tableName("live").item(ADA).conditionExpression("attribute_not_exists(playerId)")))
                .satisfies(failure -> assertThat(failure.hasItem()).isFalse());
    }

    @Test
    void anItemOf900BytesCostsOneWriteUnitAndHalfAReadUnit() {
        world.put("live", item("playerId", "ada", "state", "x".repeat(880)));
        var update = world.client()
                .updateItem(request -> request.tableName("live")
                        .key(ADA)
                        .updateExpression("SET #s = :s")
                        .expressionAttributeNames(Map.of("#s", "state"))
                        .expressionAttributeValues(item(":s", "y".repeat(880)))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(update.consumedCapacity().capacityUnits()).isEqualTo(1.0);
        assertThat(update.consumedCapacity().tableName()).isEqualTo("live");

        var read = world.client()
                .getItem(request ->
                        request.tableName("live").key(ADA).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(read.consumedCapacity().capacityUnits()).isEqualTo(0.5);
    }

    @Test
    void aWriteCostsTheLargerOfOldAndNew() {
        world.put("live", item("playerId", "ada", "state", "x".repeat(5000)));
        var smaller = world.client()
                .putItem(put -> put.tableName("live").item(ADA).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(smaller.consumedCapacity().capacityUnits()).isEqualTo(5.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReturnValue.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN_TO_SDK_VERSION"})
    void anUpdateReturnsWhatItIsAskedFor(ReturnValue asked) {
        world.put("live", item("playerId", "ada", "a", 1, "b", 2));
        var answer = world.client()
                .updateItem(update -> update.tableName("live")
                        .key(ADA)
                        .updateExpression("SET a = a + :one, c = :one")
                        .expressionAttributeValues(item(":one", 1))
                        .returnValues(asked));
        var expected = switch (asked) {
            case ALL_OLD -> item("playerId", "ada", "a", 1, "b", 2);
            case ALL_NEW -> item("playerId", "ada", "a", 2, "b", 2, "c", 1);
            case UPDATED_OLD -> item("a", 1);
            case UPDATED_NEW -> item("a", 2, "c", 1);
            case NONE, UNKNOWN_TO_SDK_VERSION -> item();
        };
        assertThat(answer.attributes()).isEqualTo(expected);
    }

    @Test
    void aDeleteReturnsWhatWasThere() {
        world.put("live", item("playerId", "ada", "a", 1));
        var answer = world.client()
                .deleteItem(delete -> delete.tableName("live").key(ADA).returnValues(ReturnValue.ALL_OLD));
        assertThat(answer.attributes()).isEqualTo(item("playerId", "ada", "a", 1));
        assertThat(world.client().getItem(get -> get.tableName("live").key(ADA)).hasItem())
                .isFalse();
    }

    @Test
    void aProjectionPicksPartsOfAnItem() {
        world.put(
                "live",
                item("playerId", "ada", "bag", AttributeValue.fromM(Map.of("a", n(1), "b", n(2))), "other", "x"));
        var answer = world.client()
                .getItem(get -> get.tableName("live")
                        .key(ADA)
                        .projectionExpression("bag.#b, absent")
                        .expressionAttributeNames(Map.of("#b", "b")));
        assertThat(answer.item()).isEqualTo(item("bag", AttributeValue.fromM(Map.of("b", n(2)))));
    }

    @Test
    void aBatchReadsFromSeveralTables() {
        world.put("live", item("playerId", "ada", "a", 1));
        world.put("players", item("pk", "ada", "sk", "player"));
        var answer = world.client()
                .batchGetItem(batch -> batch.requestItems(Map.of(
                                "live",
                                KeysAndAttributes.builder()
                                        .keys(List.of(ADA, item("playerId", "bob")))
                                        .build(),
                                "players",
                                KeysAndAttributes.builder()
                                        .keys(List.of(item("pk", "ada", "sk", "player")))
                                        .build()))
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        assertThat(answer.responses().get("live")).containsExactly(item("playerId", "ada", "a", 1));
        assertThat(answer.responses().get("players")).hasSize(1);
        assertThat(answer.consumedCapacity()).hasSize(2);
    }
}
