package com.lifeverse.session.gate.aws;

import com.lifeverse.session.gate.GateBoard;
import com.lifeverse.session.gate.GateSetting;
import com.lifeverse.session.gate.Gates;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * All gates in one item of the players table: {@code pk gates, sk gates, revision}, and an attribute for each gate that is set,
 * see {@link GateItem}.
 */
public final class DynamoGateBoard implements GateBoard {
    private static final Map<String, AttributeValue> KEY =
            Map.of("pk", AttributeValue.fromS("gates"), "sk", AttributeValue.fromS("gates"));

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoGateBoard(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
    }

    @Override
    public Gates read() {
        var answer =
                dynamoDb.getItem(request -> request.tableName(table).key(KEY).consistentRead(true));
        return answer.hasItem() ? GateItem.read(answer.item()) : Gates.OPEN;
    }

    @Override
    public Gates set(GateSetting setting) {
        var value = GateItem.value(setting);
        var values = new HashMap<>(Map.of(":one", AttributeValue.fromN("1")));
        value.ifPresent(given -> values.put(":gate", given));
        var answer = dynamoDb.updateItem(request -> request.tableName(table)
                .key(KEY)
                .updateExpression(
                        value.isPresent() ? "SET #gate = :gate ADD #revision :one" : "REMOVE #gate ADD #revision :one")
                .expressionAttributeNames(Map.of("#gate", GateItem.attribute(setting), "#revision", "revision"))
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.ALL_NEW));
        return GateItem.read(answer.attributes());
    }
}
