package com.lifeverse.session.group.desk;

import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.connect;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.samePlatformOnly;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupEnd;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.command.Standing;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.support.Given;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import com.lifeverse.session.preference.CrossPlayWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Crowds: what differs from groups that one item holds, and what does not. */
@Tag("rules")
final class CrowdDeskTest {
    private static final int SEATS = 12;
    private static final int SECTIONS = 4;
    private static final Actor SERVER = Actor.server("match-server-1");

    private final InMemoryGroupTables tables = new InMemoryGroupTables();
    private final GroupDesk desk = new GroupDesk(tables, tables, tables.crowds(), Standard.of(GroupPolicy.class));
    private long asked = 10;

    @BeforeEach
    void thereIsACrowd() {
        desk.open(Given.crowd(Given.crowd(SEATS, SECTIONS)), Optional.empty(), ids(1), at(0));
    }

    @Test
    void everySeatIsTakenWhereverItsPlayersIdLeadsAndNotOneMore() {
        for (int guest = 0; guest < SEATS; guest++) {
            done(join("ply_" + guest), 1);
        }

        assertThat(refused(join("ply_late"), 1)).isEqualTo(Refusal.FULL);
        assertThat(everybody()).hasSize(SEATS);
    }

    @Test
    void aSeatThatIsGivenUpInOneSectionIsAnothersToTake() {
        var here = playersOf(0, SEATS + 1);
        here.subList(0, SEATS).forEach(player -> done(join(player), 1));
        assertThat(refused(join("ply_late"), 1)).isEqualTo(Refusal.FULL);

        done(new GroupCommand.Leave(here.getFirst()), 2);
        done(join(playersOf(2, 1).getFirst()), 3);
        assertThat(everybody()).hasSize(SEATS);
    }

    @Test
    void joiningTwiceIsJoiningOnceAndLeavingTakesThePointerAway() {
        done(join(BEN), 1);
        done(join(BEN), 2);
        assertThat(everybody()).containsExactly(BEN);
        assertThat(desk.own().page(BEN, Optional.empty(), at(2)).groups()).hasSize(1);

        done(new GroupCommand.Leave(BEN), 3);
        assertThat(tables.of(BEN, Optional.empty(), 10)).isEmpty();
        assertThat(desk.own().page(BEN, Optional.empty(), at(4)).groups()).isEmpty();
    }

    @Test
    void membersSeeThemselvesAndTheirServerSeesAll() {
        done(join(BEN), 1);
        done(join(CLEO), 1);

        assertThat(look(BEN, 2).seats(BEN)).isTrue();
        assertThat(desk.look(GROUP, at(2)).orElseThrow().members()).isEmpty();
        assertThat(everybody()).containsExactlyInAnyOrder(BEN, CLEO);
    }

    @Test
    void aDisconnectedMembersSeatIsKeptForTheGraceAndNoLonger() {
        done(join(BEN), 1);
        done(disconnect(BEN), 10);
        assertThat(state(BEN, 129)).isEqualTo(MemberState.DISCONNECTED);
        assertThat(state(BEN, 130)).isEqualTo(MemberState.DROPPED);
        assertThat(refused(connect(BEN), 131)).isEqualTo(Refusal.NOT_A_MEMBER);

        done(join(CLEO), 10);
        done(disconnect(CLEO), 11);
        done(connect(CLEO), 100);
        assertThat(state(CLEO, 200)).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void whomTheServerPutOutComesBackByInvitationOnly() {
        done(join(BEN), 1);
        done(new GroupCommand.Remove(SERVER, BEN), 2);
        assertThat(refused(join(BEN), 3)).isEqualTo(Refusal.NEEDS_INVITATION);

        done(new GroupCommand.Invite(SERVER, BEN, Standing.STRANGER, Optional.empty(), false), 4);
        done(join(BEN), 5);
        assertThat(state(BEN, 6)).isEqualTo(MemberState.JOINED);
    }

    @Test
    void aMemberInvitesIntoAnotherSectionAndAStrangerDoesNot() {
        var here = playersOf(0, 1).getFirst();
        var there = playersOf(1, 1).getFirst();
        assertThat(refused(invite(here, there), 1)).isEqualTo(Refusal.NOT_THE_LEADER);

        done(join(here), 2);
        done(invite(here, there), 3);
        assertThat(state(there, 4)).isEqualTo(MemberState.INVITED);
        assertThat(everybody()).as("nobody is in two sections").containsExactlyInAnyOrder(here, there);
        assertThat(state(there, 63)).isEqualTo(MemberState.TIMEOUT);
    }

    @Test
    void nobodyButItsServerSpeaksForACrowd() {
        done(join(BEN), 1);
        var patch = new Patch(Optional.of(Joinability.CLOSED), Map.of(), Map.of(), Optional.empty());
        var ben = Actor.player(BEN);

        assertThat(refused(new GroupCommand.Set(ben, patch), 2)).isEqualTo(Refusal.NOT_THE_LEADER);
        assertThat(refused(new GroupCommand.End(ben), 2)).isEqualTo(Refusal.NOT_THE_LEADER);
        assertThat(refused(new GroupCommand.Lead(ben, BEN), 2)).isEqualTo(Refusal.KNOWS_NO_LEADER);
        assertThat(refused(new GroupCommand.Remove(ben, CLEO), 2)).isEqualTo(Refusal.NOT_THE_LEADER);
        done(new GroupCommand.Set(SERVER, patch), 3);
        assertThat(refused(join(CLEO), 4)).isEqualTo(Refusal.NOT_JOINABLE);
    }

    @Test
    void whenACrowdEndsEverybodyInItIsTerminated() {
        done(join(BEN), 1);
        done(new GroupCommand.End(SERVER), 2);

        assertThat(state(BEN, 3)).isEqualTo(MemberState.TERMINATED);
        assertThat(refused(join(CLEO), 3)).isEqualTo(Refusal.ENDED);
        done(new GroupCommand.Leave(BEN), 4);
    }

    @Test
    void anEmptyCrowdEndsAndWhoeverComesInTimeKeepsItAlive() {
        done(join(BEN), 299);
        assertThat(look(BEN, 1000).end()).isEmpty();

        done(new GroupCommand.Leave(BEN), 1000);
        desk.recount(GROUP, ids(2), at(1000));
        assertThat(look(BEN, 1299).end()).isEmpty();
        assertThat(look(BEN, 1300).end()).hasValue(new GroupEnd(GroupEnd.Reason.EMPTY, at(1300)));
        assertThat(refused(join(CLEO), 1301)).isEqualTo(Refusal.ENDED);
    }

    @Test
    void aCrowdIsNotTakenForEmptyWhileSomebodyIsInAnySection() {
        var here = playersOf(0, 1).getFirst();
        done(join(here), 1);
        done(join(playersOf(3, 1).getFirst()), 1);
        done(new GroupCommand.Leave(here), 2);
        desk.recount(GROUP, ids(2), at(2));

        assertThat(look(here, 1000).end()).isEmpty();
    }

    @Test
    void anOptedOutPlayerComesIntoNoCrowdThatIsForOtherPlatformsToo() {
        var shy = entrant(BEN, Platform.SWITCH, samePlatformOnly());

        assertThat(refused(join(shy), 1)).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
    }

    @Test
    void whoOptsOutInACrowdForOtherPlatformsTooIsApartUntilTheyTakeItBack() {
        done(join(BEN), 1);
        done(connect(BEN), 2);
        done(new GroupCommand.Wish(BEN, samePlatformOnly(), at(3)), 4);
        assertThat(state(BEN, 5)).isEqualTo(MemberState.DISCONNECTED);
        assertThat(look(BEN, 5).member(BEN).orElseThrow().apart()).isPresent();

        var shy = new GroupCommand.Connect(entrant(BEN, Platform.PC, samePlatformOnly()));
        assertThat(refused(shy, 6)).isEqualTo(Refusal.CROSS_PLAY_NOT_WANTED);
        done(new GroupCommand.Return(BEN, "ses_of_" + BEN, new Hands(Platform.PC, 0)), 7);
        assertThat(state(BEN, 7)).as("an open connection is no way back").isEqualTo(MemberState.DISCONNECTED);

        done(new GroupCommand.Wish(BEN, Traits.NONE, at(8)), 9);
        done(connect(BEN), 10);
        assertThat(state(BEN, 11)).isEqualTo(MemberState.CONNECTED);
    }

    @Test
    void whoOptsOutInACrowdAndDoesNotTakeItBackHasNoSeatAfterTheGrace() {
        done(join(BEN), 1);
        done(join(CLEO), 1);
        done(new GroupCommand.Wish(BEN, samePlatformOnly(), at(3)), 4);

        assertThat(state(BEN, 125)).isEqualTo(MemberState.DROPPED);
        assertThat(state(CLEO, 125)).as("nobody goes for a wish of another").isEqualTo(MemberState.JOINED);
    }

    @Test
    void aWishThatACrowdMeetsChangesNothingForWhoSitsThere() {
        done(join(BEN), 1);
        var all = new Traits(new CrossPlayWish.Listed(List.of(Platform.values())), Set.of());
        done(new GroupCommand.Wish(BEN, all, at(3)), 4);

        assertThat(state(BEN, 5)).isEqualTo(MemberState.JOINED);
    }

    @Test
    void aCrowdDoesForEverybodyAllThatItCan() {
        done(join(BEN), 1);

        assertThat(look(BEN, 2).features()).containsExactlyInAnyOrder(Feature.values());
    }

    @Test
    void whatAMemberSaysOfThemselvesIsBasedOnWhatTheyHaveSeen() {
        done(join(BEN), 1);
        var seen = look(BEN, 2).revision();
        var told = new GroupCommand.SetOwn(BEN, Map.of("class", Optional.of("bard")));

        assertThat(ask(told, Optional.of(seen), 3)).isInstanceOf(GroupOutcome.Done.class);
        assertThat(ask(told, Optional.of(seen), 4)).isInstanceOf(GroupOutcome.Stale.class);
    }

    @Test
    void whatIsDueInASectionIsWrittenWhenItsTimerRings() {
        done(join(BEN), 1);
        done(disconnect(BEN), 10);
        int section = Section.of(BEN, SECTIONS);

        assertThat(desk.awaits(GROUP, Optional.of(section), at(130), at(20))).isTrue();
        assertThat(desk.awaits(GROUP, Optional.empty(), at(130), at(20))).isFalse();
        desk.settle(GROUP, Optional.of(section), ids(3), at(131));
        var stored = tables.crowds().section(GROUP, section).orElseThrow().section();
        assertThat(stored.members().getFirst().state()).isEqualTo(MemberState.DROPPED);
        assertThat(tables.of(BEN, Optional.empty(), 10)).isEmpty();
    }

    private List<String> everybody() {
        var all = new ArrayList<String>();
        Optional<Integer> from = Optional.of(0);
        while (from.isPresent()) {
            var roll = desk.roll(GROUP, from.get(), at(5)).orElseThrow();
            roll.members().forEach(member -> all.add(member.playerId()));
            from = roll.next();
        }
        return all;
    }

    private static List<String> playersOf(int section, int count) {
        var players = new ArrayList<String>();
        for (int i = 0; players.size() < count; i++) {
            if (Section.of("ply_of_" + i, SECTIONS) == section) {
                players.add("ply_of_" + i);
            }
        }
        return players;
    }

    private Group look(String player, long second) {
        return desk.look(GROUP, player, at(second)).orElseThrow();
    }

    private MemberState state(String player, long second) {
        return look(player, second).member(player).orElseThrow().state();
    }

    private void done(GroupCommand command, long second) {
        assertThat(ask(command, Optional.empty(), second)).isInstanceOf(GroupOutcome.Done.class);
    }

    private Refusal refused(GroupCommand command, long second) {
        return switch (ask(command, Optional.empty(), second)) {
            case GroupOutcome.Refused refused -> refused.why();
            case GroupOutcome.Done _, GroupOutcome.NotFound _, GroupOutcome.Stale _, GroupOutcome.Contended _ ->
                throw new AssertionError("It was not refused");
        };
    }

    private GroupOutcome ask(GroupCommand command, Optional<Long> expected, long second) {
        return desk.ask(GROUP, expected, _ -> command, by(command), ids(asked++), at(second));
    }

    /** Who asks: whoever it is about, unless it is done to them. */
    private static Optional<String> by(GroupCommand command) {
        return switch (command) {
            case GroupCommand.Invite invite -> invite.by().playerId();
            case GroupCommand.Remove removal -> removal.by().playerId();
            default -> command.about();
        };
    }
}
