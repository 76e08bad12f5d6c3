package com.lifeverse.session.aws;

import static com.lifeverse.session.support.Fixtures.CREDENTIAL;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.Client;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.inbox.InboxMessage;
import com.lifeverse.session.inbox.InboxMessage.Content;
import com.lifeverse.session.inbox.InboxNotice;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.signin.IdempotencyKey;
import com.lifeverse.session.signin.SignInCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A write costs a unit for each started 1,024 bytes of the item, as it was before or as it is after, whichever is more. */
@Tag("adapters")
final class LiveItemSizeTest {
    private static final int ONE_UNIT = 1024;
    private static final Instant NOW = Instant.parse("2026-11-20T18:31:07.123Z");
    private final SessionStart longest = longest();

    @Test
    void theLiveItemStaysBelowNineHundredBytes() {
        assertThat(ItemSize.of(atRest(longest))).isLessThanOrEqualTo(900);
    }

    @Test
    void fiveSessionsWithAllThatCanStandBesideThemAreRenewedForOneUnit() {
        assertThat(ItemSize.of(five())).isLessThanOrEqualTo(900);
    }

    @Test
    void fiveSessionsAreReadAsTheyWereWritten() {
        assertThat(LiveItem.read(five()).sessions()).hasSize(5).allSatisfy(session -> {
            assertThat(session.client()).isEqualTo(longest.session().client());
            assertThat(session.mark()).isEqualTo(longest.session().mark());
            assertThat(session.fence()).isEqualTo(123_400);
        });
    }

    private Map<String, AttributeValue> five() {
        return five(5);
    }

    private Map<String, AttributeValue> five(int alive) {
        var old = longest.session();
        var sessions = new ArrayList<Session>();
        for (long seed = 1; seed <= alive; seed++) {
            sessions.add(new Session(
                    FreshIds.from(ids(seed)).sessionId(),
                    old.family(),
                    old.generation(),
                    old.client(),
                    old.startedAt(),
                    old.renewedAt(),
                    old.renewAt(),
                    false,
                    old.mark(),
                    123_400));
        }
        var item = new HashMap<>(atRest(longest));
        item.put(LiveItem.SESSIONS, SessionMap.of(sessions));
        item.put(LiveItem.EPOCH, LiveItem.number(99));
        item.put(LiveItem.ENDS, StandingMaps.of(List.of(end())));
        return item;
    }

    @Test
    void anOrdinaryTakeoverLeavesAnItemOfNineHundredBytesNewsIncluded() {
        var item = new HashMap<>(item(longest));
        item.put(LiveItem.ENDS, StandingMaps.of(Collections.nCopies(5, end())));

        assertThat(ItemSize.of(item)).isLessThanOrEqualTo(900);
    }

    /** One is replaced, four stay, one starts: the most that can stand and be told in one item. */
    @Test
    void aSignInBesideFourOthersLeavesAnItemThatOneUnitRenewsNewsIncluded() {
        var item = new HashMap<>(five());
        item.put(Outbox.ATTRIBUTE, Outbox.packed(longest.news()));

        assertThat(ItemSize.of(item)).isLessThanOrEqualTo(ONE_UNIT);
    }

    @Test
    void whateverLapsedMeanwhileAnItemWithItsNewsIsRenewedForOneUnit() {
        for (int alive = 1; alive <= 5; alive++) {
            var news = new ArrayList<Envelope>();
            for (int lapsed = alive; lapsed <= 5; lapsed++) {
                news.add(SessionEvents.ended(
                        ids(40L + lapsed).get(),
                        longest.playerId(),
                        FreshIds.from(ids(50L + lapsed)).sessionId(),
                        Platform.PLAYSTATION,
                        EndReason.LEASE_EXPIRED,
                        NOW));
            }
            news.add(SessionEvents.started(ids(60).get(), longest.playerId(), longest.session()));
            var item = new HashMap<>(five(alive));
            item.put(LiveItem.ENDS, StandingMaps.of(Collections.nCopies(6 - alive, end())));
            item.put(Outbox.ATTRIBUTE, Outbox.packed(news));

            assertThat(ItemSize.of(item)).as("%d alive", alive).isLessThanOrEqualTo(ONE_UNIT);
        }
    }

    @Test
    void aBanOfFiveSessionsAndAnErasureAreOneUnit() {
        var news = new ArrayList<Envelope>();
        for (long seed = 1; seed <= 5; seed++) {
            var session = longest.session();
            news.add(SessionEvents.ended(
                    ids(seed).get(),
                    longest.playerId(),
                    FreshIds.from(ids(10 + seed)).sessionId(),
                    session.client().platform(),
                    EndReason.BANNED,
                    NOW));
        }
        news.add(SessionEvents.revoked(
                ids(9).get(), longest.playerId(), EndReason.BANNED, 123_456, Optional.of(NOW), NOW));
        var item = new HashMap<>(five(0));
        item.put(LiveItem.BAN, StandingMaps.of(new Ban("r".repeat(64), NOW, Optional.of(NOW))));
        item.put(LiveItem.ERASING, LiveItem.sweep(NOW));
        item.put(LiveItem.ENDS, StandingMaps.of(Collections.nCopies(6, end())));
        item.put(Outbox.ATTRIBUTE, Outbox.packed(news));

        assertThat(ItemSize.of(item)).isLessThanOrEqualTo(ONE_UNIT);
    }

    @Test
    void aMessageForAPlayerWithFiveSessionsLeavesAnItemThatOneUnitRenews() {
        var letter = new InboxMessage(
                "msg_" + ids(70).get(), longest.playerId(), NOW, "trigger/x", new Content.Text("hello"));
        var item = new HashMap<>(five());
        item.put(Outbox.ATTRIBUTE, Outbox.packed(List.of(InboxNotice.of(letter))));

        assertThat(ItemSize.of(item)).isLessThanOrEqualTo(ONE_UNIT);
    }

    private static LastEnd end() {
        var id = FreshIds.from(ids(80)).sessionId();
        return new LastEnd(id, EndReason.SIGNED_OUT, Optional.of(Platform.PLAYSTATION));
    }

    @Test
    void anEndOfAFamilyLeavesAnItemOfOneUnit() {
        var session = longest.session();
        var news = List.of(
                SessionEvents.refreshReused(ids(5).get(), longest.playerId(), session, 123_456, NOW),
                ended(session, EndReason.REFRESH_TOKEN_REUSED));
        var item = new HashMap<>(atRest(longest));
        item.put(LiveItem.SESSIONS, AttributeValue.fromM(Map.of()));
        item.put(Outbox.ATTRIBUTE, Outbox.packed(news));

        assertThat(ItemSize.of(item)).isLessThanOrEqualTo(ONE_UNIT);
    }

    @Test
    void anItemIsReadAsItWasWritten() {
        var player = LiveItem.read(item(longest));

        assertThat(player.sessions()).containsExactly(longest.session());
        assertThat(player.playerId()).isEqualTo(longest.playerId());
        assertThat(player.lastCommand()).isEqualTo(longest.command());
    }

    private static Map<String, AttributeValue> item(SessionStart start) {
        var item = new HashMap<>(new LiveWrites("live").first(start).item());
        item.put(LiveItem.NOTICES, LiveItem.number(99_999));
        return item;
    }

    private static Map<String, AttributeValue> atRest(SessionStart start) {
        var item = new HashMap<>(item(start));
        item.remove(Outbox.ATTRIBUTE);
        return item;
    }

    /** Every member as long as the contract lets it be. */
    private static SessionStart longest() {
        var client = new Client(
                Platform.PLAYSTATION,
                "12345.12345.12345",
                Optional.of("ap-southeast-2bx"),
                Optional.of(Client.deviceTag("device-0001")));
        var ids = FreshIds.from(ids(1));
        var command = new SignInCommand(CREDENTIAL, client, Optional.of(new IdempotencyKey("k".repeat(64))));
        var session = new Session(
                ids.sessionId(),
                ids.command().text(),
                123_456,
                client,
                NOW,
                NOW.plusMillis(1),
                NOW.plusMillis(2),
                false,
                command.mark());
        var news = List.of(
                ended(session, EndReason.LEASE_EXPIRED),
                SessionEvents.started(ids.events().get(), ids.playerId(), session));
        var sweptAt = POLICY.sweptAt(POLICY.leaseUntil(session.renewAt()));
        return new SessionStart(ids.playerId(), Optional.empty(), ids.command(), session, news, sweptAt);
    }

    private static Envelope ended(Session session, EndReason reason) {
        var playerId = FreshIds.from(ids(1)).playerId();
        return SessionEvents.ended(ids(4).get(), playerId, session.id(), Platform.PLAYSTATION, reason, NOW);
    }
}
