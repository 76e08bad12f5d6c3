package com.lifeverse.session.aws;

import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Client;
import com.lifeverse.session.Platform;
import com.lifeverse.session.history.HistoricEnds;
import com.lifeverse.session.history.aws.DynamoHistory;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxMessage.Content;
import com.lifeverse.session.own.Bearer;
import com.lifeverse.session.own.OwnSession;
import com.lifeverse.session.renew.Renew;
import com.lifeverse.session.renew.RenewOutcome.Renewed;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.IdempotencyKey;
import com.lifeverse.session.signin.SignIn;
import com.lifeverse.session.signin.SignInCommand;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import com.lifeverse.session.support.DynamoSessionTables;
import com.lifeverse.session.support.MeteredDynamo;
import com.lifeverse.session.token.RefreshToken;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What sessions cost in request units, with every member as long as the contract lets it be. */
public abstract class SessionCostsContract {
    private static final Client LONGEST =
            new Client(Platform.PLAYSTATION, "12345.12345.12345", Optional.of("r".repeat(16)));

    private MeteredDynamo meter;
    private DynamoSessionTables tables;
    private SignIn signIn;
    private Renew renew;

    /** Tables {@code live} and {@code players}, empty, that tell what a call consumes. */
    protected abstract DynamoDbClient dynamoDb();

    @BeforeEach
    void thePlayerIsKnownAndSignedIn() {
        meter = new MeteredDynamo(dynamoDb());
        tables = new DynamoSessionTables(meter);
        var past = new HistoricEnds(new DynamoHistory(meter, "history"), POLICY);
        signIn = new SignIn(tables.players(), tables.live(), past, POLICY);
        renew = new Renew(tables.live(), POLICY);
        signIn(1);
        meter.reset();
    }

    @Test
    void aKnownPlayerSignsInForTwoWriteUnitsAtMost() {
        signIn(2);

        assertThat(meter.writeUnits()).isLessThanOrEqualTo(2);
        assertThat(meter.readUnits()).isLessThanOrEqualTo(2.5);
        assertThat(meter.calls()).isEqualTo(4);
    }

    @Test
    void aRepeatedSignInWritesNothing() {
        signIn(2, "k-2");
        meter.reset();
        signIn(3, "k-2");

        assertThat(meter.writeUnits()).isZero();
    }

    @Test
    void eachRenewalIsOneWriteUnitAndNoReadFromTheFirstOneAfterATakeover() {
        var signedIn = signIn(2);
        var token = RefreshToken.of(signedIn.playerId(), signedIn.session(), 0);
        for (int generation = 0; generation < 20; generation++) {
            meter.reset();
            token = ((Renewed) renew.handle(token, ids(100L + generation), NOW)).successor();

            assertThat(meter.writeUnits()).as("generation %d", generation).isEqualTo(1);
            assertThat(meter.calls()).isEqualTo(1);
            assertThat(meter.readUnits()).isZero();
        }
    }

    @Test
    void aRetriedRenewalIsOneWriteUnit() {
        var signedIn = signIn(2);
        var token = RefreshToken.of(signedIn.playerId(), signedIn.session(), 0);
        renew.handle(token, ids(5), NOW);
        meter.reset();
        renew.handle(token, ids(6), NOW);

        assertThat(meter.writeUnits()).isEqualTo(1);
        assertThat(meter.calls()).isEqualTo(1);
    }

    @Test
    void aSignOutIsOneWriteUnitAndNoRead() {
        var signedIn = signIn(2);
        var sessionId = signedIn.session().id();
        meter.reset();
        new OwnSession(tables.live(), POLICY)
                .signOut(new Bearer(signedIn.playerId(), sessionId, 0, Platform.PLAYSTATION), sessionId, ids(5), NOW);

        assertThat(meter.writeUnits()).isEqualTo(1);
        assertThat(meter.readUnits()).isZero();
    }

    @Test
    void aMessageToAPlayerOnlineIsATransactionOfTwoItems() {
        var message = new InboxMessage(
                "msg_1", signIn(2).playerId(), NOW, "trigger/first-win-of-the-day", new Content.Text("first-win"));
        meter.reset();
        tables.inbox().deliver(message, NOW);

        assertThat(meter.writeUnits()).isEqualTo(4);
        assertThat(meter.calls()).isEqualTo(1);
    }

    private SignedIn signIn(long seed) {
        return signIn(seed, "k".repeat(60) + seed);
    }

    private SignedIn signIn(long seed, String key) {
        var command = new SignInCommand(CREDENTIAL, LONGEST, Optional.of(new IdempotencyKey(key)));
        return (SignedIn) signIn.handle(command, FreshIds.from(ids(seed)), NOW);
    }
}
