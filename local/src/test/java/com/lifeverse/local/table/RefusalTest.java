package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

@Tag("adapters")
class RefusalTest {
    private static final Map<String, AttributeValue> ADA = item("playerId", "ada");

    private final TableWorld world = TableWorld.inMemory();

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
    void aSelectionThatContradictsItselfIsRefusedInTheWordsOfItsOperation() {
        for (var choice : Map.of("ALL_ATTRIBUTES", "ALL_ATTRIBUTES", "COUNT", "only the Count")
                .entrySet()) {
            var message = "Cannot specify the ProjectionExpression when choosing to get " + choice.getValue();
            assertRefused(
                    () -> world.client()
                            .scan(scan -> scan.tableName("live")
                                    .select(choice.getKey())
                                    .projectionExpression("x")),
                    message);
            assertRefused(
                    () -> world.client()
                            .query(query -> query.tableName("live")
                                    .keyConditionExpression("playerId = :id")
                                    .expressionAttributeValues(item(":id", "ada"))
                                    .select(choice.getKey())
                                    .projectionExpression("x")),
                    "1 validation error detected: " + message);
        }
    }

    @Test
    void parenthesesThatDoNothingAreRefusedInKeyConditionsToo() {
        assertRefused(
                () -> world.client()
                        .query(query -> query.tableName("live")
                                .keyConditionExpression("((playerId = :id))")
                                .expressionAttributeValues(item(":id", "ada"))),
                "Invalid KeyConditionExpression: The expression has redundant parentheses;");
    }

    @Test
    void aBatchOfNothingIsRefused() {
        assertRefused(
                () -> world.client().batchGetItem(batch -> batch.requestItems(Map.of())),
                "The requestItems parameter is required for BatchGetItem");
        assertRefused(
                () -> world.client().batchWriteItem(batch -> batch.requestItems(Map.of())),
                "The requestItems parameter is required for BatchWriteItem");
    }

    @Test
    void ofARequestWithAnEmptyTableNameNothingElseIsTold() {
        assertRefused(
                () -> world.client().putItem(put -> put.tableName("").item(ADA).returnValues("ANY")),
                "1 validation error detected: Value at 'TableName' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
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
        assertThatThrownBy(() -> world.client().createBackup(backup -> backup.tableName("live")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("The local tables do not hold the operation createBackup");
    }

    @Test
    void legacyParametersAreRefusedByName() {
        assertRefused(
                () -> world.client().scan(scan -> scan.tableName("live").attributesToGet("x")),
                "The legacy parameter AttributesToGet is not held by the local tables; use ProjectionExpression");
        assertRefused(
                () -> world.client()
                        .updateItem(update -> update.tableName("live")
                                .key(ADA)
                                .attributeUpdates(Map.of())
                                .expected(Map.of())),
                "1 validation error detected: The legacy parameters AttributeUpdates, Expected are not held by the local tables; "
                        + "use UpdateExpression and ConditionExpression");
    }

    @Test
    void namesAndValuesNeedAnExpressionAndTheirSigns() {
        assertRefused(
                () -> world.client()
                        .deleteItem(
                                delete -> delete.tableName("live").key(ADA).expressionAttributeValues(item(":x", 1))),
                "1 validation error detected: ExpressionAttributeValues can only be specified when using expressions");
        assertRefused(
                () -> world.client()
                        .getItem(get -> get.tableName("live").key(ADA).expressionAttributeNames(Map.of("#x", "x"))),
                "ExpressionAttributeNames can only be specified when using expressions");
        assertRefused(
                () -> world.client()
                        .getItem(get -> get.tableName("live")
                                .key(ADA)
                                .projectionExpression("s")
                                .expressionAttributeNames(Map.of("s", "status"))),
                "ExpressionAttributeNames contains invalid key: Syntax error; key: \"s\"");
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
