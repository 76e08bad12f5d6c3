package com.lifeverse.session.support;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.session.aws.DynamoInbox;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.aws.DynamoPlayers;
import com.lifeverse.session.identity.Identities;
import com.lifeverse.session.identity.aws.DynamoIdentities;
import com.lifeverse.session.inbox.Inbox;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.signin.Players;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The ports over DynamoDB, or whatever speaks it: table {@code live} with hash key {@code playerId}, table {@code players} with
 * hash key {@code pk} and sort key {@code sk}, both empty.
 */
public record DynamoSessionTables(DynamoDbClient dynamoDb) implements SessionTables {
    private static final String LIVE = "live";
    private static final String PLAYERS = "players";

    @Override
    public LiveSessions live() {
        return new DynamoLiveSessions(dynamoDb, LIVE);
    }

    @Override
    public Players players() {
        return new DynamoPlayers(dynamoDb, PLAYERS, LIVE);
    }

    @Override
    public Identities identities() {
        return new DynamoIdentities(dynamoDb, PLAYERS);
    }

    @Override
    public Inbox inbox() {
        return new DynamoInbox(dynamoDb, PLAYERS, LIVE);
    }

    @Override
    public List<Envelope> told(String playerId) {
        var item = dynamoDb.getItem(request -> request.tableName(LIVE)
                        .key(Map.of("playerId", AttributeValue.fromS(playerId)))
                        .consistentRead(true))
                .item();
        var news = item.getOrDefault(Outbox.ATTRIBUTE, AttributeValue.fromS("[]"));
        try {
            return Outbox.told(news).stream().map(Envelopes::read).toList();
        } catch (Outbox.Unreadable e) {
            throw new AssertionError("The adapter wrote news that nobody can read", e);
        }
    }
}
