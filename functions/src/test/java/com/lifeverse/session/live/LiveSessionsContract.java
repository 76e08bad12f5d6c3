package com.lifeverse.session.live;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.PHONE;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static com.lifeverse.session.support.Fixtures.returning;
import static com.lifeverse.session.support.Fixtures.start;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Changed;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Overtaken;
import com.lifeverse.session.live.LiveSessions.EndOutcome;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Renewed;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Unmatched;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Started;
import com.lifeverse.session.live.LiveSessions.StartOutcome.Superseded;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.support.SessionTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link LiveSessions} does. */
public abstract class LiveSessionsContract {
    private static final Instant LATER = NOW.plus(Duration.ofMinutes(5));

    private static final Standing BANNED = new Standing(
            3,
            Optional.of(new Ban("cheating", NOW, Optional.of(LATER))),
            List.of(LastEnd.of(firstStart(4).session().id(), EndReason.BANNED)));

    private SessionTables tables;
    private LiveSessions live;
    private SessionStart first;

    /** Empty tables. */
    protected abstract SessionTables tables();

    @BeforeEach
    void onePlayerIsSignedIn() {
        tables = tables();
        live = tables.live();
        first = firstStart(1);
        live.start(first);
    }

    @Test
    void aPlayerWhoNeverSignedInIsAbsent() {
        assertThat(live.read("ply_nobody")).isEmpty();
    }

    @Test
    void aStartedSessionIsReadAsItWasWritten() {
        var player = live.read(first.playerId()).orElseThrow();

        assertThat(player.sessions()).containsExactly(first.session());
        assertThat(player.lastCommand()).isEqualTo(first.command());
        assertThat(player.notices()).isZero();
    }

    @Test
    void whoComesBackAfterTheBroomHearsNoLowerNoticeRevisionThanBefore() {
        var back = returning("ply_swept", FreshIds.from(ids(2)), LATER);

        assertThat(live.start(back)).isEqualTo(new Started(LATER.getEpochSecond()));
        assertThat(live.read("ply_swept").orElseThrow().notices()).isEqualTo(LATER.getEpochSecond());
    }

    @Test
    void aStartTellsItsNews() {
        assertThat(tables.told(first.playerId())).isEqualTo(first.news());
    }

    @Test
    void aStartThatExpectsNobodyFindsSomebody() {
        var outcome = live.start(start(first.playerId(), Optional.empty(), FreshIds.from(ids(2)), NOW));

        assertThat(outcome).isEqualTo(new Superseded(live.read(first.playerId())));
        assertThat(session().id()).isEqualTo(first.session().id());
    }

    @Test
    void aStartOnTheLastCommandReplacesTheSession() {
        var second = start(first.playerId(), Optional.of(first.command()), FreshIds.from(ids(2)), LATER);

        assertThat(live.start(second)).isEqualTo(new Started(0));
        assertThat(session()).isEqualTo(second.session());
    }

    @Test
    void aStartOnAnOlderCommandIsSuperseded() {
        live.start(start(first.playerId(), Optional.of(first.command()), FreshIds.from(ids(2)), LATER));

        var outcome = live.start(start(first.playerId(), Optional.of(first.command()), FreshIds.from(ids(3)), LATER));

        assertThat(outcome).isEqualTo(new Superseded(live.read(first.playerId())));
    }

    @Test
    void aStartThatExpectsSomebodyFindsNobody() {
        var outcome = live.start(start("ply_gone", Optional.of(first.command()), FreshIds.from(ids(2)), LATER));

        assertThat(outcome).isEqualTo(new Superseded(Optional.empty()));
    }

    @Test
    void aRenewalMovesGenerationAndLeaseAndAnswersWhatWasBefore() {
        var before = live.read(first.playerId()).orElseThrow();

        assertThat(live.renew(renewal(0))).isEqualTo(new Renewed(before));
        assertThat(session().generation()).isEqualTo(1);
        assertThat(session().renewedAt()).isEqualTo(LATER);
        assertThat(session().renewAt()).isEqualTo(LATER.plus(POLICY.lease()));
        assertThat(session().startedAt()).isEqualTo(NOW);
        assertThat(session().client()).isEqualTo(first.session().client());
    }

    @Test
    void aRenewalTellsNothing() {
        live.renew(renewal(0));

        assertThat(tables.told(first.playerId())).isEmpty();
    }

    @Test
    void aRenewalOfThePreviousGenerationChangesNoGeneration() {
        live.renew(renewal(0));

        assertThat(live.renew(renewal(0))).isInstanceOf(Renewed.class);
        assertThat(session().generation()).isEqualTo(1);
    }

    @Test
    void aRenewalOfAnOlderGenerationIsUnmatched() {
        live.renew(renewal(0));
        live.renew(renewal(1));

        assertThat(live.renew(renewal(0))).isEqualTo(new Unmatched(live.read(first.playerId())));
        assertThat(session().generation()).isEqualTo(2);
    }

    @Test
    void aRenewalOfAnotherFamilyIsUnmatched() {
        var other = renewal(first.playerId(), first.session().id(), "another-family-of-names", 0, NOW);

        assertThat(live.renew(other)).isEqualTo(new Unmatched(live.read(first.playerId())));
    }

    @Test
    void aRenewalOfAnUnknownSessionIsUnmatched() {
        var other = renewal(first.playerId(), "ses_unknown", first.session().family(), 0, NOW);

        assertThat(live.renew(other)).isEqualTo(new Unmatched(live.read(first.playerId())));
    }

    @Test
    void aRenewalOfAnUnknownPlayerIsUnmatched() {
        var other = renewal("ply_nobody", first.session().id(), first.session().family(), 0, NOW);

        assertThat(live.renew(other)).isEqualTo(new Unmatched(Optional.empty()));
    }

    @Test
    void aRenewalAtTheVeryEndOfTheGraceApplies() {
        assertThat(live.renew(renewalWhenDueBefore(first.session().renewAt()))).isInstanceOf(Renewed.class);
    }

    @Test
    void aRenewalBehindTheGraceIsUnmatched() {
        assertThat(live.renew(renewalWhenDueBefore(first.session().renewAt().plusMillis(1))))
                .isInstanceOf(Unmatched.class);
    }

    @Test
    void anEndTakesTheSessionAwayAndTellsOnce() {
        var end = end(Optional.empty(), 5);

        assertThat(live.end(end)).isEqualTo(EndOutcome.ENDED);
        assertThat(live.read(first.playerId()).orElseThrow().sessions()).isEmpty();
        assertThat(tables.told(first.playerId())).isEqualTo(end.news());
    }

    @Test
    void anEndedSessionEndsNoSecondTime() {
        var end = end(Optional.empty(), 5);
        live.end(end);

        assertThat(live.end(end(Optional.empty(), 6))).isEqualTo(EndOutcome.ALREADY_ENDED);
        assertThat(tables.told(first.playerId())).isEqualTo(end.news());
    }

    @Test
    void anEndOfAnotherFamilyChangesNothing() {
        assertThat(live.end(end(Optional.of("another-family-of-names"), 5))).isEqualTo(EndOutcome.ALREADY_ENDED);
        assertThat(session()).isEqualTo(first.session());
    }

    @Test
    void anEndOfItsFamilyApplies() {
        assertThat(live.end(end(Optional.of(first.session().family()), 5))).isEqualTo(EndOutcome.ENDED);
    }

    @Test
    void aSessionStartsWhereTheLastOneEnded() {
        var end = end(Optional.empty(), 5);
        live.end(end);
        var second = start(first.playerId(), Optional.of(end.command()), FreshIds.from(ids(2)), LATER);

        assertThat(live.start(second)).isEqualTo(new Started(0));
        assertThat(session()).isEqualTo(second.session());
    }

    @Test
    void aChangePutsSessionsAndStandingAndTellsItsNews() {
        var second = firstStart(2).session();
        var change = change(Optional.of(first.command()), 7, List.of(first.session(), second), BANNED);

        assertThat(live.change(change)).isEqualTo(new Changed());
        var player = live.read(first.playerId()).orElseThrow();
        assertThat(player.sessions()).containsExactlyInAnyOrder(first.session(), second);
        assertThat(player.standing()).isEqualTo(BANNED);
        assertThat(player.notices()).isZero();
        assertThat(tables.told(first.playerId()))
                .extracting(Envelope::id)
                .containsExactly(change.news().getFirst().id());
    }

    @Test
    void aChangeOnAnOlderCommandIsOvertaken() {
        var change = change(Optional.of(first.command()), 7, List.of(), BANNED);
        live.change(change);

        assertThat(live.change(change(Optional.of(first.command()), 8, List.of(), Standing.CLEAR)))
                .isEqualTo(new Overtaken(live.read(first.playerId())));
        assertThat(live.read(first.playerId()).orElseThrow().standing()).isEqualTo(BANNED);
    }

    @Test
    void aChangeThatComesAgainAfterALostReplyIsMade() {
        var change = change(Optional.of(first.command()), 7, List.of(), BANNED);
        live.change(change);

        assertThat(live.change(change)).isEqualTo(new Changed());
    }

    @Test
    void aBanOfAPlayerOfWhomNothingIsLeftMakesTheItem() {
        var change = new LiveChange(
                "ply_swept",
                Optional.empty(),
                CommandId.of(ids(9).get()),
                List.of(),
                BANNED,
                List.of(),
                17,
                Optional.empty());

        assertThat(live.change(change)).isEqualTo(new Changed());
        assertThat(live.read("ply_swept").orElseThrow().standing()).isEqualTo(BANNED);
        assertThat(live.read("ply_swept").orElseThrow().notices()).isEqualTo(17);
    }

    @Test
    void whatStandsOfAPlayerGoesWithAChangeThatSaysSo() {
        live.change(change(Optional.of(first.command()), 7, List.of(), BANNED));
        var seen = live.read(first.playerId()).orElseThrow().lastCommand();
        live.change(change(Optional.of(seen), 8, List.of(), Standing.CLEAR));

        assertThat(live.read(first.playerId()).orElseThrow().standing()).isEqualTo(Standing.CLEAR);
    }

    @Test
    void aRenewalLeavesTheStandingAlone() {
        var standing = new Standing(
                4, Optional.empty(), List.of(LastEnd.of(firstStart(3).session().id(), EndReason.KICKED)));
        live.change(change(Optional.of(first.command()), 7, List.of(first.session()), standing));
        live.renew(renewal(0));

        assertThat(live.read(first.playerId()).orElseThrow().standing()).isEqualTo(standing);
    }

    @Test
    void anEndIsRemembered() {
        live.end(end(Optional.empty(), 5));

        assertThat(live.read(first.playerId()).orElseThrow().standing().ends())
                .containsExactly(LastEnd.of(first.session().id(), EndReason.SIGNED_OUT));
    }

    @Test
    void theLastEndsAreRememberedWithTheLatestFirst() {
        var before = LastEnd.of(firstStart(3).session().id(), EndReason.KICKED);
        var standing = new Standing(0, Optional.empty(), List.of(before));
        live.change(change(Optional.of(first.command()), 7, List.of(first.session()), standing));
        live.end(end(Optional.empty(), 5));

        assertThat(live.read(first.playerId()).orElseThrow().standing().ends())
                .containsExactly(LastEnd.of(first.session().id(), EndReason.SIGNED_OUT), before);
    }

    @Test
    void aTokenFromBeforeTheHandOverEndsNothing() {
        var moved = first.session()
                .movedTo(PHONE, "family-of-the-phone-00", Optional.empty(), LATER, LATER.plusSeconds(300));
        live.change(change(Optional.of(first.command()), 7, List.of(moved), Standing.CLEAR));

        assertThat(live.end(endBy(moved.fence() - 1, 8))).isEqualTo(EndOutcome.MOVED);
        assertThat(session()).isEqualTo(moved);
        assertThat(live.end(endBy(moved.fence(), 9))).isEqualTo(EndOutcome.ENDED);
    }

    private SessionEnd endBy(long generation, long seed) {
        var end = end(Optional.empty(), seed);
        return new SessionEnd(
                end.playerId(),
                end.sessionId(),
                Optional.empty(),
                Optional.of(generation),
                end.last(),
                end.command(),
                end.news(),
                end.sweptAt());
    }

    private LiveChange change(Optional<CommandId> expected, long seed, List<Session> sessions, Standing standing) {
        var ids = ids(seed);
        var news = List.of(SessionEvents.revoked(
                ids.get(), first.playerId(), EndReason.KICKED, standing.tokenEpoch(), Optional.empty(), LATER));
        return new LiveChange(
                first.playerId(), expected, CommandId.of(ids.get()), sessions, standing, news, 99, Optional.of(LATER));
    }

    private Session session() {
        return live.read(first.playerId()).orElseThrow().sessions().getFirst();
    }

    private Renewal renewal(long generation) {
        return renewal(first.playerId(), first.session().id(), first.session().family(), generation, NOW);
    }

    private Renewal renewalWhenDueBefore(Instant earliestDue) {
        return renewal(first.playerId(), first.session().id(), first.session().family(), 0, earliestDue);
    }

    private static Renewal renewal(
            String playerId, String sessionId, String family, long generation, Instant earliestDue) {
        return new Renewal(
                playerId,
                sessionId,
                family,
                generation,
                CommandId.of(ids(generation + 10).get()),
                LATER,
                LATER.plus(POLICY.lease()),
                earliestDue,
                LATER.plus(Duration.ofDays(1)));
    }

    private SessionEnd end(Optional<String> family, long seed) {
        var ids = ids(seed);
        var session = first.session();
        List<Envelope> news = List.of(SessionEvents.ended(
                ids.get(), first.playerId(), session.id(), session.client().platform(), EndReason.SIGNED_OUT, LATER));
        return new SessionEnd(
                first.playerId(),
                session.id(),
                family,
                EndReason.SIGNED_OUT,
                CommandId.of(ids.get()),
                news,
                LATER.plus(Duration.ofDays(1)));
    }
}
