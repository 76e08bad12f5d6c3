package com.lifeverse.session.census.aws;

import com.lifeverse.session.aws.DynamoLiveScan;
import com.lifeverse.session.census.Register;
import com.lifeverse.session.census.Segment;
import com.lifeverse.session.census.Sweep;
import com.lifeverse.session.live.LivePlayer;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** The live table, page by page, and the places of its segments' sweeps in the players table. */
public final class DynamoRegister implements Register {
    private final DynamoDbClient dynamoDb;
    private final DynamoLiveScan live;
    private final String players;

    public DynamoRegister(DynamoDbClient dynamoDb, String liveTable, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.live = new DynamoLiveScan(dynamoDb, liveTable);
        this.players = playersTable;
    }

    @Override
    public Page page(Segment segment, Optional<String> after, int limit) {
        return live.page(segment, after, limit);
    }

    @Override
    public boolean forget(LivePlayer player) {
        return live.forget(player);
    }

    @Override
    public Optional<Sweep> last(Segment segment) {
        var answer = dynamoDb.getItem(request ->
                request.tableName(players).key(SweepItem.key(segment)).consistentRead(true));
        return answer.hasItem() ? Optional.of(SweepItem.read(answer.item())) : Optional.empty();
    }

    @Override
    public boolean save(Segment segment, Sweep sweep) {
        try {
            dynamoDb.putItem(put(segment, sweep));
            return true;
        } catch (ConditionalCheckFailedException overtaken) {
            return false;
        }
    }

    private PutItemRequest put(Segment segment, Sweep sweep) {
        var request = PutItemRequest.builder().tableName(players).item(SweepItem.write(segment, sweep));
        return sweep.revision() == 0
                ? request.conditionExpression("attribute_not_exists(#r)")
                        .expressionAttributeNames(Map.of("#r", SweepItem.REVISION))
                        .build()
                : request.conditionExpression("#r = :seen")
                        .expressionAttributeNames(Map.of("#r", SweepItem.REVISION))
                        .expressionAttributeValues(Map.of(":seen", SweepItem.number(sweep.revision())))
                        .build();
    }
}
