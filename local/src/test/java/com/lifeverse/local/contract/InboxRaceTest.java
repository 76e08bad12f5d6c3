package com.lifeverse.local.contract;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.ids;
import static com.lifeverse.session.support.Fixtures.returning;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.aws.DynamoInbox;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.inbox.Inbox.Delivery;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.signin.FreshIds;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A message arrives while its player comes back. */
@Tag("adapters")
final class InboxRaceTest {
    private static final String PLAYER = "ply_1";

    private final DynamoDbClient dynamoDb = Engine.empty().client();
    private final LiveSessions live = new DynamoLiveSessions(dynamoDb, "live");

    @Test
    void aPlayerWhoSignsInWhileAMessageIsDeliveredHearsOfIt() {
        var inbox = new DynamoInbox(new SignInAfterTheFirstTry(), "players", "live");
        var message = new InboxMessage("msg_1", PLAYER, NOW, "trigger/first-win", new InboxMessage.Content.Text("hi"));

        assertThat(inbox.deliver(message, NOW.plusSeconds(60))).isEqualTo(Delivery.ANNOUNCED);
        assertThat(live.read(PLAYER).orElseThrow().notices()).isEqualTo(NOW.getEpochSecond() + 1);
        assertThat(inbox.newest(PLAYER, Optional.empty(), 10)).containsExactly(message);
    }

    /** The first transaction finds nobody; before the next call, the player is there. */
    private final class SignInAfterTheFirstTry implements DynamoDbClient {
        @Override
        public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            try {
                return dynamoDb.transactWriteItems(request);
            } catch (TransactionCanceledException absent) {
                if (live.read(PLAYER).isEmpty()) {
                    live.start(returning(PLAYER, FreshIds.from(ids(1)), NOW));
                }
                throw absent;
            }
        }

        @Override
        public QueryResponse query(QueryRequest request) {
            return dynamoDb.query(request);
        }

        @Override
        public String serviceName() {
            return dynamoDb.serviceName();
        }

        @Override
        public void close() {
            dynamoDb.close();
        }
    }
}
