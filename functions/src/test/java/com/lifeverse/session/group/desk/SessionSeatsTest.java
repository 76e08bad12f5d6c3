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
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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

    private final SessionSeats seats = new SessionSeats(
            desk,
            tables,
            (_, _) -> found.size() > 1 ? found.removeFirst() : found.getFirst(),
            Standard.of(GroupPolicy.class));

    @BeforeEach
    void benIsInAnnsParty() {
        desk.open(new Course(party(8), List.of()), Optional.of(ANN), ids(1), at(0));
        ask(join(BEN), 1);
        ask(connect(BEN), 2);
    }

    @Test
    void aSessionThatEndsDisconnectsTheSeatsThatCameWithItAndNoOthers() {
        seats.ended(BEN, "ses_of_another_device", ids(4), at(3));
        assertThat(ben()).isEqualTo(MemberState.CONNECTED);

        seats.ended(BEN, SESSION, ids(5), at(4));
        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void aLostConnectionLosesTheSeatForTheGraceAndANewOneBringsItBack() {
        found.add(false);
        seats.follow(BEN, SESSION, Optional.of(at(10)), ids(4), at(11));
        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);

        found.add(true);
        found.removeFirst();
        seats.follow(BEN, SESSION, Optional.empty(), ids(5), at(13));
        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void whoeverWasInvitedIsInvitedAgainWhenTheirConnectionIsBack() {
        ask(invite(ANN, CLEO), 5);
        found.add(false);
        seats.follow(CLEO, "ses_of_cleo", Optional.of(at(10)), ids(4), at(11));
        found.add(true);
        found.removeFirst();
        seats.follow(CLEO, "ses_of_cleo", Optional.empty(), ids(5), at(12));

        assertThat(state(CLEO)).isEqualTo(MemberState.INVITED);
    }

    @Test
    void aSeatThatCameWithAnotherSessionWaitsUntilThatOneIsBack() {
        found.add(false);
        seats.follow(BEN, SESSION, Optional.of(at(10)), ids(4), at(11));
        found.add(true);
        found.removeFirst();
        seats.follow(BEN, "ses_of_another_device", Optional.empty(), ids(5), at(12));

        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void newsOfALostConnectionIsNothingWhereThereIsAnotherOne() {
        found.add(true);
        seats.follow(BEN, SESSION, Optional.of(at(10)), ids(4), at(11));

        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void aConnectionThatComesWhileTheSeatIsDisconnectedBringsItBackAtOnce() {
        found.addAll(List.of(false, true));
        seats.follow(BEN, SESSION, Optional.of(at(10)), ids(4), at(11));

        assertThat(ben()).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void aConnectionThatGoesWhileTheSeatIsBroughtBackTakesItAway() {
        found.add(false);
        seats.follow(BEN, SESSION, Optional.of(at(10)), ids(4), at(11));
        found.clear();
        found.addAll(List.of(true, false));
        seats.follow(BEN, SESSION, Optional.empty(), ids(5), at(12));

        assertThat(ben()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void aConnectionThatNeverSettlesIsLookedAtAgainLater() {
        var flickering = new SessionSeats(
                desk,
                tables,
                (_, _) -> {
                    boolean now = found.isEmpty();
                    if (now) {
                        found.add(true);
                    } else {
                        found.clear();
                    }
                    return now;
                },
                Standard.of(GroupPolicy.class));

        assertThatThrownBy(() -> flickering.follow(BEN, SESSION, Optional.of(at(10)), ids(4), at(11)))
                .isInstanceOf(Contended.class);
    }

    private MemberState ben() {
        return state(BEN);
    }

    private MemberState state(String player) {
        return desk.look(GROUP, at(13))
                .orElseThrow()
                .member(player)
                .orElseThrow()
                .state();
    }

    private void ask(GroupCommand command, long second) {
        assertThat(desk.ask(GROUP, Optional.empty(), _ -> command, Optional.of(ANN), ids(10 + second), at(second)))
                .isInstanceOf(GroupOutcome.Done.class);
    }
}
