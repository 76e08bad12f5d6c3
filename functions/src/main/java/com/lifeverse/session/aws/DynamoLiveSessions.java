package com.lifeverse.session.aws;

import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Changed;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Overtaken;
import com.lifeverse.session.live.LiveSessions.EndOutcome;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Renewed;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Unmatched;
import com.lifeverse.session.live.LiveSessions.StartOutcome;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Started;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Superseded;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.live.SessionStart;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** The live sessions in a DynamoDB table, one item a player. */
public final class DynamoLiveSessions implements LiveSessions {
    /** A message is being announced in a transaction on the same item; that takes milliseconds. */
    private static final int CONFLICTS = 3;

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final LiveWrites writes;

    public DynamoLiveSessions(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.writes = new LiveWrites(table);
    }

    @Override
    public Optional<LivePlayer> read(String playerId) {
        var answer = dynamoDb.getItem(request ->
                request.tableName(table).key(LiveWrites.key(playerId)).consistentRead(true));
        return answer.hasItem() ? player(answer.item()) : Optional.empty();
    }

    @Override
    public StartOutcome start(SessionStart start) {
        try {
            var after = LiveItem.read(update(writes.change(start.change())).attributes());
            return new Started(after.notices());
        } catch (ConditionalCheckFailedException overtaken) {
            return new Superseded(player(overtaken.item()));
        }
    }

    @Override
    public ChangeOutcome change(LiveChange change) {
        try {
            update(writes.change(change));
            return new Changed();
        } catch (ConditionalCheckFailedException overtaken) {
            return overtakenBy(change, player(overtaken.item()));
        }
    }

    // Our own write whose reply got lost, sent again by the client, is no other's.
    private static ChangeOutcome overtakenBy(LiveChange change, Optional<LivePlayer> current) {
        return current.map(LivePlayer::lastCommand)
                        .filter(change.command()::equals)
                        .isPresent()
                ? new Changed()
                : new Overtaken(current);
    }

    @Override
    public RenewalOutcome renew(Renewal renewal) {
        try {
            return new Renewed(LiveItem.read(update(writes.renew(renewal)).attributes()));
        } catch (ConditionalCheckFailedException unmatched) {
            return new Unmatched(player(unmatched.item()));
        }
    }

    @Override
    public EndOutcome end(SessionEnd end) {
        try {
            update(writes.end(end));
            return EndOutcome.ENDED;
        } catch (ConditionalCheckFailedException gone) {
            var current = player(gone.item());
            // Our own write whose reply got lost, sent again by the client.
            if (current.filter(player -> player.lastCommand().equals(end.command()))
                    .isPresent()) {
                return EndOutcome.ENDED;
            }
            return moved(end, current) ? EndOutcome.MOVED : EndOutcome.ALREADY_ENDED;
        }
    }

    private static boolean moved(SessionEnd end, Optional<LivePlayer> current) {
        return current.flatMap(player -> player.session(end.sessionId()))
                .filter(session -> end.bearer().isPresent()
                        && session.fence() > end.bearer().get())
                .isPresent();
    }

    private UpdateItemResponse update(UpdateItemRequest request) {
        for (int attempt = 1; ; attempt++) {
            try {
                return dynamoDb.updateItem(request);
            } catch (TransactionConflictException conflict) {
                if (attempt == CONFLICTS) {
                    throw conflict;
                }
            }
        }
    }

    private static Optional<LivePlayer> player(Map<String, AttributeValue> item) {
        return item.isEmpty() ? Optional.empty() : Optional.of(LiveItem.read(item));
    }
}
