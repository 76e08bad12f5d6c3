package com.lifeverse.session.group.desk;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.connect;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.desk.SeatWalk.Kind;
import com.lifeverse.session.group.support.Given;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SessionSeatsTest {
    private static final String SESSION = "ses_of_" + BEN;

    private final InMemoryGroupTables tables = new InMemoryGroupTables();
    private final GroupDesk desk = new GroupDesk(tables, tables, tables.crowds(), Standard.of(GroupPolicy.class));
    /** What the connection is found to be, look after look; the last is found again and again. */
    private final Deque<Boolean> found = new ArrayDeque<>();

    private Hands hands = new Hands(Platform.PC, 0);
    private Traits wished = Traits.NONE;

    private final SessionSeats seats =
            seats(() -> found.size() > 1 ? found.removeFirst() : found.getFirst(), Standard.of(GroupPolicy.class));

    @BeforeEach
    void benIsInAnnsParty() {
        desk.open(new Course(party(8), List.of()), Optional.of(ANN), ids(1), at(0));
        ask(join(BEN), 1);
        ask(connect(BEN), 2);
    }

    @Test
    void aSessionThatEndsDisconnectsTheSeatsThatCameWithItAndNoOthers() {
        see(Kind.ENDED, BEN, "ses_of_another_device", Optional.empty(), 3);
        assertThat(ben()).isEqualTo(MemberState.CONNECTED);

        see(Kind.ENDED, BEN, SESSION, Optional.empty(), 4);
        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void aLostConnectionLosesTheSeatForTheGraceAndANewOneBringsItBack() {
        found.add(false);
        see(Kind.CONNECTION, BEN, SESSION, Optional.of(at(10)), 11);
        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);

        found.add(true);
        found.removeFirst();
        see(Kind.CONNECTION, BEN, SESSION, Optional.empty(), 13);
        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void whoeverWasInvitedIsInvitedAgainWhenTheirConnectionIsBack() {
        ask(invite(ANN, CLEO), 5);
        found.add(false);
        see(Kind.CONNECTION, CLEO, "ses_of_cleo", Optional.of(at(10)), 11);
        found.add(true);
        found.removeFirst();
        see(Kind.CONNECTION, CLEO, "ses_of_cleo", Optional.empty(), 12);

        assertThat(state(CLEO)).isEqualTo(MemberState.INVITED);
    }

    @Test
    void aSeatThatCameWithAnotherSessionWaitsUntilThatOneIsBack() {
        found.add(false);
        see(Kind.CONNECTION, BEN, SESSION, Optional.of(at(10)), 11);
        found.add(true);
        found.removeFirst();
        see(Kind.CONNECTION, BEN, "ses_of_another_device", Optional.empty(), 12);

        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void newsOfALostConnectionIsNothingWhereThereIsAnotherOne() {
        found.add(true);
        see(Kind.CONNECTION, BEN, SESSION, Optional.of(at(10)), 11);

        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void aConnectionThatComesWhileTheSeatIsDisconnectedBringsItBackAtOnce() {
        found.addAll(List.of(false, true));
        see(Kind.CONNECTION, BEN, SESSION, Optional.of(at(10)), 11);

        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void aConnectionThatGoesWhileTheSeatIsBroughtBackTakesItAway() {
        found.add(false);
        see(Kind.CONNECTION, BEN, SESSION, Optional.of(at(10)), 11);
        found.clear();
        found.addAll(List.of(true, false));
        see(Kind.CONNECTION, BEN, SESSION, Optional.empty(), 12);

        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void aConnectionThatNeverSettlesIsLookedAtAgainLater() {
        var flickering = seats(
                () -> {
                    boolean now = found.isEmpty();
                    if (now) {
                        found.add(true);
                    } else {
                        found.clear();
                    }
                    return now;
                },
                Standard.of(GroupPolicy.class));

        assertThatThrownBy(() -> see(flickering, Kind.CONNECTION, BEN, SESSION, Optional.of(at(10)), 11))
                .isInstanceOf(Contended.class);
    }

    @Test
    void aSessionThatEndsDisconnectsEverySeatHoweverManyThereAre() {
        var shortWalks = new GroupPolicy(32, 3, 50, 2, Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(365), 4);
        var walking = seats(() -> false, shortWalks);
        for (int i = 100; i < 126; i++) {
            desk.open(new Course(bensParty("grp_" + i), List.of()), Optional.of(BEN), ids(i), at(3));
        }
        var walk = Optional.of(new SeatWalk(Kind.ENDED, BEN, Optional.of(SESSION), Optional.empty()));
        int walks = 0;
        for (; walk.isPresent(); walks++) {
            walk = walking.see(walk.get(), ids(200 + walks), at(4));
        }

        assertThat(walks).as("six groups at a time").isEqualTo(5);
        for (int i = 100; i < 126; i++) {
            assertThat(state("grp_" + i, BEN)).isEqualTo(MemberState.DISCONNECTED);
        }
        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void pointersThatStandForNothingArePutAwayOnTheWay() {
        tables.note(CLEO, GROUP, 1, at(100));
        see(Kind.ENDED, CLEO, "ses_of_cleo", Optional.empty(), 4);

        assertThat(tables.of(CLEO, Optional.empty(), 10)).isEmpty();
        assertThat(tables.of(BEN, Optional.empty(), 10)).containsExactly(GROUP);
    }

    @Test
    void aSessionInOtherHandsIsReadAsItIsNowAndNotAsItWasHeard() {
        hands = new Hands(Platform.ANDROID, 3);
        see(Kind.HANDED_OVER, BEN, SESSION, Optional.empty(), 4);

        assertThat(member(GROUP, BEN).entrant().orElseThrow().hands()).isEqualTo(hands);
        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void aConnectionThatIsHeardOfBeforeTheHandOffBringsTheSeatAlong() {
        found.add(false);
        see(Kind.CONNECTION, BEN, SESSION, Optional.of(at(10)), 11);
        found.add(true);
        found.removeFirst();
        hands = new Hands(Platform.ANDROID, 3);
        see(Kind.CONNECTION, BEN, SESSION, Optional.empty(), 12);

        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
        assertThat(member(GROUP, BEN).entrant().orElseThrow().platform()).isEqualTo(Platform.ANDROID);
    }

    @Test
    void aNewWishStandsInEveryGroup() {
        wished = Given.samePlatformOnly();
        var left = seats.see(new SeatWalk(Kind.WISHED, BEN, Optional.empty(), Optional.of(at(3))), ids(4), at(4));

        assertThat(left).isEmpty();
        assertThat(member(GROUP, BEN).entrant().orElseThrow().traits()).isEqualTo(wished);
        var elsewhere = Given.entrant(CLEO, Platform.IOS, Traits.NONE);
        assertThat(desk.ask(GROUP, Optional.empty(), _ -> join(elsewhere), Optional.of(CLEO), ids(5), at(5)))
                .isInstanceOf(GroupOutcome.Refused.class);
    }

    private SessionSeats seats(BooleanSupplier connected, GroupPolicy policy) {
        var sessions = new SessionSeats.Sessions() {
            @Override
            public boolean isConnected(String playerId, String sessionId) {
                return connected.getAsBoolean();
            }

            @Override
            public Optional<Hands> hands(String playerId, String sessionId) {
                return Optional.of(hands);
            }
        };
        return new SessionSeats(desk, tables, sessions, _ -> wished, policy);
    }

    private void see(Kind kind, String player, String session, Optional<Instant> lostAt, long second) {
        see(seats, kind, player, session, lostAt, second);
    }

    private static void see(
            SessionSeats seats, Kind kind, String player, String session, Optional<Instant> lostAt, long second) {
        var walk = new SeatWalk(kind, player, Optional.of(session), lostAt);
        assertThat(seats.see(walk, ids(second), at(second))).isEmpty();
    }

    private static Group bensParty(String id) {
        var like = Given.party(Given.template(8, LeaderPolicy.AUTOMATIC), Given.entrant(BEN));
        return new Group(
                id,
                like.revision(),
                like.constants(),
                like.settings(),
                like.leadership(),
                like.code(),
                like.readyCheck(),
                like.emptySince(),
                like.end(),
                like.members(),
                like.part());
    }

    private MemberState ben() {
        return state(BEN);
    }

    private MemberState state(String player) {
        return state(GROUP, player);
    }

    private MemberState state(String group, String player) {
        return member(group, player).state();
    }

    private Member member(String group, String player) {
        return desk.look(group, at(13)).orElseThrow().member(player).orElseThrow();
    }

    private void ask(GroupCommand command, long second) {
        assertThat(desk.ask(GROUP, Optional.empty(), _ -> command, Optional.of(ANN), ids(10 + second), at(second)))
                .isInstanceOf(GroupOutcome.Done.class);
    }
}
