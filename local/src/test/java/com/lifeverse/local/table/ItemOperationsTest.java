package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static com.lifeverse.local.table.TableWorld.n;
import static com.lifeverse.local.table.TableWorld.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

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
                AttributeValue.fromSs(List.of("b", "a")),
                "ns",
                AttributeValue.fromNs(List.of("1", "2")),
                "bs",
                AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))));
        world.put("live", item);
        assertThat(world.read("live", ADA)).isEqualTo(item);
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

    @Test
    void aKeyMustFitTheSchema() {
        assertRefused(
                () -> world.read("live", item("id", "ada")), "The provided key element does not match the schema");
        assertRefused(
                () -> world.put("live", item("other", "x")),
                "One or more parameter values were invalid: Missing the key playerId in the item");
        assertRefused(
                () -> world.put("live", item("playerId", 1)),
                "One or more parameter values were invalid: Type mismatch for key playerId expected: S actual: N");
        assertRefused(
                () -> world.put("live", item("playerId", "")),
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an"
                        + " empty string value. Key: playerId");
        assertRefused(
                () -> world.client()
                        .updateItem(update -> update.tableName("live")
                                .key(ADA)
                                .updateExpression("SET playerId = :x")
                                .expressionAttributeValues(item(":x", "x"))),
                "One or more parameter values were invalid: Cannot update attribute playerId."
                        + " This attribute is part of the key");
    }

    @Test
    void anItemAbove400KilobytesIsRefused() {
        assertRefused(
                () -> world.put("live", item("playerId", "ada", "x", "x".repeat(400 * 1024))),
                "Item size has exceeded the maximum allowed size");
    }

    @Test
    void aTableThatIsNotThereIsNotFound() {
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> world.read("nowhere", ADA))
                .satisfies(failure ->
                        assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo("Requested resource not found"));
    }

    @Test
    void whatIsNotHeldIsRefusedByName() {
        assertThatThrownBy(() ->
                        world.client().query(query -> query.tableName("live").indexName("byName")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("The local tables do not hold Query with IndexName");
        assertThatThrownBy(() -> world.client().createBackup(backup -> backup.tableName("live")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("The local tables do not hold the operation createBackup");
    }

    @Test
    void aCallerWithoutPermissionIsRefused() {
        var client = world.tables().client(new OnlyReader());
        assertThat(client.getItem(get -> get.tableName("live").key(ADA)).hasItem())
                .isFalse();
        assertThatThrownBy(() -> client.putItem(put -> put.tableName("live").item(ADA)))
                .hasMessageContaining("dynamodb:PutItem on " + TableWorld.LIVE_ARN);
        var check = TransactWriteItem.builder()
                .conditionCheck(
                        part -> part.tableName("live").key(ADA).conditionExpression("attribute_exists(playerId)"))
                .build();
        assertThatThrownBy(() -> client.transactWriteItems(write -> write.transactItems(List.of(check))))
                .hasMessageContaining("dynamodb:ConditionCheckItem on " + TableWorld.LIVE_ARN);
        assertThat(world.read("live", ADA)).isEmpty();
    }

    private record OnlyReader() implements Caller {
        @Override
        public String name() {
            return "arn:aws:iam::111111111111:role/reader";
        }

        @Override
        public void require(String action, String resourceArn) {
            if (!action.equals("dynamodb:GetItem")) {
                throw AwsServiceException.builder()
                        .message("not authorized to perform: " + action + " on " + resourceArn)
                        .build();
            }
        }
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatExceptionOfType(DynamoDbException.class).isThrownBy(call::run).satisfies(failure -> {
            assertThat(failure.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
            assertThat(failure.awsErrorDetails().errorMessage()).isEqualTo(message);
        });
    }
}
