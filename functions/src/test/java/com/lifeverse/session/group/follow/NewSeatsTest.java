package com.lifeverse.session.group.follow;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.connect;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.group.support.Given.samePlatformOnly;
import static com.lifeverse.session.group.support.Given.template;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.Traits;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.desk.SeatWalk;
import com.lifeverse.session.group.desk.SeatWalk.Kind;
import com.lifeverse.session.group.desk.SessionSeats;
import com.lifeverse.session.group.support.Given;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sessions that end or change hands, and wishes, while a seat is taken: the news of it is heard before there is a seat to see to. */
@Tag("rules")
final class NewSeatsTest {
    private static final String SESSION = "ses_of_" + BEN;
    private static final Hands CONSOLE = new Hands(Platform.PC, 0);
    private static final Hands PHONE = new Hands(Platform.IOS, 3);

    private Optional<Hands> hands = Optional.of(CONSOLE);
    private Traits wished = Traits.NONE;

    private final InMemoryGroupTables tables = new InMemoryGroupTables();
    private final GroupDesk desk = new GroupDesk(tables, tables, tables.crowds(), Standard.of(GroupPolicy.class));
    private final SessionSeats.Sessions sessions = new SessionSeats.Sessions() {
        @Override
        public boolean isConnected(String playerId, String sessionId) {
            return false;
        }

        @Override
        public Optional<Hands> hands(String playerId, String sessionId) {
            looks++;
            return sessionId.equals(SESSION) ? hands : Optional.of(CONSOLE);
        }
    };
    private final SessionSeats walks =
            new SessionSeats(desk, tables, sessions, _ -> wished, Standard.of(GroupPolicy.class));
    private final NewSeats newSeats = new NewSeats(desk, sessions, player -> player.equals(BEN) ? wished : Traits.NONE);

    private int looks;
    private int asked;

    @Test
    void aHandOffThatIsHeardOfBeforeTheSeatIsThereTakesItAlong() {
        open(party(8));
        changesWhile(join(BEN), Kind.HANDED_OVER, Optional.of(PHONE));
        assertThat(ben().hands()).as("the news found no seat").contains(CONSOLE);

        look(List.of());
        assertThat(ben().hands()).contains(PHONE);
        assertThat(ben().state()).isEqualTo(MemberState.JOINED);
    }

    @Test
    void whoDoesNotFitInWhereTheirSessionWentMeanwhileIsApart() {
        open(party(template(8, LeaderPolicy.AUTOMATIC), entrant(ANN, Platform.PC, samePlatformOnly())));
        var before = members();
        changesWhile(join(BEN), Kind.HANDED_OVER, Optional.of(PHONE));
        look(before);

        assertThat(ben().apart()).contains(PHONE);
    }

    @Test
    void aSessionThatHasEndedBeforeItsSeatIsThereKeepsItForTheGraceOnly() {
        open(party(8));
        changesWhile(join(BEN), Kind.ENDED, Optional.empty());
        assertThat(ben().state()).as("the news found no seat").isEqualTo(MemberState.JOINED);

        look(List.of());
        assertThat(ben().state()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void whoAcceptsAnInvitationMeanwhileIsSeenToAsWell() {
        open(party(8));
        ask(invite(ANN, BEN));
        var before = members();
        changesWhile(join(BEN), Kind.HANDED_OVER, Optional.of(PHONE));
        look(before);

        assertThat(ben().hands()).contains(PHONE);
    }

    @Test
    void whoComesBackMeanwhileIsSeenToAsWell() {
        open(party(8));
        ask(join(BEN));
        ask(disconnect(BEN));
        var before = members();
        changesWhile(connect(BEN), Kind.ENDED, Optional.empty());
        assertThat(ben().state()).as("it was so when the news came").isEqualTo(MemberState.CONNECTED);

        look(before);
        assertThat(ben().state()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void whoComesWithAnotherSessionIsHeldAgainstThatOne() {
        open(party(8));
        ask(join(new Entrant(BEN, "ses_of_another_device", CONSOLE, Traits.NONE)));
        var before = members();
        changesWhile(join(BEN), Kind.ENDED, Optional.empty());
        look(before);

        assertThat(ben().state()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void aWishThatIsSavedMeanwhileHoldsForEveryLaterJoin() {
        open(party(8));
        wishesWhile(join(BEN));
        look(List.of());

        assertThat(ben().entrant().orElseThrow().traits()).isEqualTo(samePlatformOnly());
        assertThat(ben().state()).isEqualTo(MemberState.JOINED);
        var cleo = entrant(CLEO, Platform.IOS, Traits.NONE);
        assertThat(desk.ask(GROUP, Optional.empty(), _ -> join(cleo), Optional.of(CLEO), ids(95), at(6)))
                .isInstanceOf(GroupOutcome.Refused.class);
    }

    @Test
    void whoOptsOutWhileTheyComeIntoACrowdIsApart() {
        open(Given.crowd(Given.crowd(40, 4)));
        wishesWhile(join(BEN));
        newSeats.look(GROUP, List.of(), bensSection().members(), ids(90), at(5));

        var seen = desk.look(GROUP, BEN, at(6)).orElseThrow();
        assertThat(seen.member(BEN).orElseThrow().apart()).contains(CONSOLE);
    }

    @Test
    void inACrowdTheSameIsSoInEachSection() {
        open(Given.crowd(Given.crowd(40, 4)));
        changesWhile(join(BEN), Kind.ENDED, Optional.empty());
        newSeats.look(GROUP, List.of(), bensSection().members(), ids(90), at(5));

        var seen = desk.look(GROUP, BEN, at(6)).orElseThrow();
        assertThat(seen.member(BEN).orElseThrow().state()).isEqualTo(MemberState.DISCONNECTED);
    }

    @Test
    void aSeatWhoseSessionIsAsItWasCostsOneLookAndNoWrite() {
        open(party(8));
        ask(join(BEN));
        var revision = group().revision();
        look(List.of(group().member(ANN).orElseThrow()));

        assertThat(looks).isEqualTo(1);
        assertThat(group().revision()).isEqualTo(revision);
    }

    @Test
    void whoSatThereBeforeIsNotLookedAt() {
        open(party(8));
        ask(join(BEN));
        var before = members();
        ask(connect(BEN));
        look(before);

        assertThat(looks).isZero();
    }

    @Test
    void lookingTwiceOrLateChangesNothingMore() {
        open(party(8));
        changesWhile(join(BEN), Kind.ENDED, Optional.empty());
        var late = members();
        look(List.of());
        var revision = group().revision();
        newSeats.look(GROUP, List.of(), late, ids(92), at(7));
        assertThat(group().revision()).isEqualTo(revision);

        ask(join(new Entrant(BEN, "ses_of_another_device", CONSOLE, Traits.NONE)));
        newSeats.look(GROUP, List.of(), late, ids(93), at(8));
        assertThat(ben().state()).as("with another session").isEqualTo(MemberState.JOINED);
    }

    /** The session changes while the command is under way, and the news of it is through before anything is written. */
    private void changesWhile(GroupCommand command, Kind news, Optional<Hands> then) {
        var heard = new SeatWalk(news, BEN, Optional.of(SESSION), Optional.empty());
        var outcome = desk.ask(
                GROUP,
                Optional.empty(),
                _ -> {
                    // As late as a command can be looked at before it is written.
                    hands = then;
                    assertThat(walks.see(heard, ids(60), at(3))).isEmpty();
                    return command;
                },
                Optional.of(BEN),
                ids(70),
                at(3));
        assertThat(outcome).isInstanceOf(GroupOutcome.Done.class);
        looks = 0;
    }

    private void wishesWhile(GroupCommand command) {
        var heard = new SeatWalk(Kind.WISHED, BEN, Optional.empty(), Optional.of(at(3)));
        Function<Group, GroupCommand> asking = _ -> {
            wished = samePlatformOnly();
            assertThat(walks.see(heard, ids(60), at(3))).isEmpty();
            return command;
        };
        assertThat(desk.ask(GROUP, Optional.empty(), asking, Optional.of(BEN), ids(70), at(3)))
                .isInstanceOf(GroupOutcome.Done.class);
    }

    private Section bensSection() {
        return tables.crowds().section(GROUP, Section.of(BEN, 4)).orElseThrow().section();
    }

    private void look(List<Member> before) {
        newSeats.look(GROUP, before, members(), ids(80), at(4));
    }

    private void open(Group group) {
        open(new Course(group, List.of()));
    }

    private void open(Course course) {
        desk.open(course, Optional.of(ANN), ids(1), at(0));
    }

    private void ask(GroupCommand command) {
        assertThat(desk.ask(GROUP, Optional.empty(), _ -> command, Optional.of(ANN), ids(10 + ++asked), at(2)))
                .isInstanceOf(GroupOutcome.Done.class);
    }

    private List<Member> members() {
        return group().members();
    }

    private Group group() {
        return desk.look(GROUP, at(4)).orElseThrow();
    }

    private Member ben() {
        return group().member(BEN).orElseThrow();
    }
}
