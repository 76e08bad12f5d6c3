package com.lifeverse.session.group.desk;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.CLEO;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.entrant;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.template;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.support.Given;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many groups a player may be in, and that a pointer goes with its seat and never before it. */
@Tag("rules")
final class OwnGroupsTest {
    private static final GroupPolicy AT_MOST_THREE =
            new GroupPolicy(32, 2, 3, 2, Duration.ofDays(7), Duration.ofDays(1), Duration.ofDays(365), 4);

    private final InMemoryGroupTables tables = new InMemoryGroupTables();
    private final GroupDesk desk = new GroupDesk(tables, tables, tables.crowds(), AT_MOST_THREE);

    private int askings;

    @Test
    void nobodyIsInMoreGroupsThanTheyMayBe() {
        IntStream.range(0, 4).forEach(i -> open("grp_" + i, 8));
        IntStream.range(0, 3)
                .forEach(i -> assertThat(ask("grp_" + i, join(BEN))).isInstanceOf(GroupOutcome.Done.class));

        assertThat(why(ask("grp_3", join(BEN)))).isEqualTo(Refusal.TOO_MANY_GROUPS);
        assertThat(pointers(BEN)).doesNotContain("grp_3");
        assertThat(ask("grp_2", join(BEN))).as("where they are").isInstanceOf(GroupOutcome.Done.class);
        ask("grp_0", new GroupCommand.Leave(BEN));
        assertThat(ask("grp_3", join(BEN))).isInstanceOf(GroupOutcome.Done.class);
    }

    @Test
    void whatOthersInviteThemToKeepsNobodyOut() {
        IntStream.range(0, 4).forEach(i -> open("grp_" + i, 8));
        IntStream.range(0, 3).forEach(i -> ask("grp_" + i, invite(ANN, BEN)));

        assertThat(ask("grp_3", join(BEN))).isInstanceOf(GroupOutcome.Done.class);
        assertThat(ask("grp_0", join(BEN))).isInstanceOf(GroupOutcome.Done.class);
    }

    @Test
    void pointersThatStandForNothingKeepNobodyOutAndGo() {
        IntStream.range(0, 4).forEach(i -> open("grp_" + i, 8));
        IntStream.range(0, 3).forEach(i -> tables.note(BEN, "grp_" + i, 0, at(100)));

        assertThat(ask("grp_3", join(BEN))).isInstanceOf(GroupOutcome.Done.class);
        assertThat(pointers(BEN)).containsExactly("grp_3");
    }

    @Test
    void aCrowdCountsLikeAnyGroup() {
        IntStream.range(0, 3).forEach(i -> open("grp_7" + i, 8));
        IntStream.range(0, 3).forEach(i -> ask("grp_7" + i, join(BEN)));
        desk.open(Given.crowd(Given.crowd(40, 4)), Optional.empty(), ids(9), at(0));

        assertThat(why(ask(GROUP, join(BEN)))).isEqualTo(Refusal.TOO_MANY_GROUPS);
        assertThat(pointers(BEN)).doesNotContain(GROUP);
    }

    @Test
    void whoLosesTheRaceForTheLastSeatLeavesNoPointer() {
        open(GROUP, 2);
        var racing =
                new GroupDesk(new Racing(tables, () -> ask(GROUP, join(CLEO))), tables, tables.crowds(), AT_MOST_THREE);

        assertThat(why(ask(racing, GROUP, join(BEN)))).isEqualTo(Refusal.FULL);
        assertThat(pointers(BEN)).isEmpty();
        assertThat(pointers(CLEO)).containsExactly(GROUP);
    }

    @Test
    void whoLosesARaceAgainstThemselvesKeepsThePointer() {
        open(GROUP, 8);
        var racing =
                new GroupDesk(new Racing(tables, () -> ask(GROUP, join(BEN))), tables, tables.crowds(), AT_MOST_THREE);

        assertThat(ask(racing, GROUP, join(BEN))).isInstanceOf(GroupOutcome.Done.class);
        assertThat(pointers(BEN)).containsExactly(GROUP);
    }

    @Test
    void thePointerOfASeatThatIsJustBeingTakenIsNotPutAway() {
        open(GROUP, 8);
        var racing = new GroupDesk(
                new Racing(tables, () -> desk.own().tidy(BEN, GROUP)), tables, tables.crowds(), AT_MOST_THREE);

        assertThat(ask(racing, GROUP, join(BEN))).isInstanceOf(GroupOutcome.Done.class);
        assertThat(pointers(BEN)).containsExactly(GROUP);
    }

    @Test
    void aPageHasNoGroupTwiceAndLeavesNoneOut() {
        IntStream.range(0, 3).forEach(i -> open("grp_" + i, 8));
        IntStream.range(0, 3).forEach(i -> ask("grp_" + i, join(BEN)));
        var first = desk.own().page(BEN, Optional.empty(), at(2));
        var second = desk.own().page(BEN, first.next(), at(2));

        assertThat(first.groups().stream().map(Group::id)).containsExactly("grp_0", "grp_1");
        assertThat(second.groups().stream().map(Group::id)).containsExactly("grp_2");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aPointerToACrowdGoesOnlyWhereItsSectionHasNoSeat() {
        desk.open(Given.crowd(Given.crowd(40, 4)), Optional.empty(), ids(9), at(0));
        ask(GROUP, join(BEN));
        var neighbour = IntStream.range(0, 100)
                .mapToObj(i -> "ply_" + i)
                .filter(player -> Section.of(player, 4) == Section.of(BEN, 4))
                .findFirst()
                .orElseThrow();
        tables.note(neighbour, GROUP, 0, at(100));
        desk.own().tidy(neighbour, GROUP);
        desk.own().tidy(BEN, GROUP);

        assertThat(pointers(neighbour)).isEmpty();
        assertThat(pointers(BEN)).containsExactly(GROUP);
    }

    private void open(String id, int seats) {
        GroupTemplate template = template(seats, LeaderPolicy.AUTOMATIC);
        var like = Given.party(template, entrant(ANN));
        var group = new Group(
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
        desk.open(new Course(group, List.of()), Optional.of(ANN), ids(1), at(0));
    }

    private GroupOutcome ask(String group, GroupCommand command) {
        return ask(desk, group, command);
    }

    /** Each asking has ids of its own, or it would be taken for a repetition of another. */
    private GroupOutcome ask(GroupDesk asked, String group, GroupCommand command) {
        return asked.ask(group, Optional.empty(), _ -> command, Optional.of(ANN), ids(100 + ++askings), at(1));
    }

    private static Refusal why(GroupOutcome outcome) {
        return ((GroupOutcome.Refused) outcome).why();
    }

    private List<String> pointers(String player) {
        return tables.of(player, Optional.empty(), 10);
    }

    /** Lets somebody else write first, once. */
    private static final class Racing implements Groups {
        private final Groups groups;
        private final Runnable other;
        private boolean raced;

        Racing(Groups groups, Runnable other) {
            this.groups = groups;
            this.other = other;
        }

        @Override
        public Optional<Stored> read(String groupId) {
            return groups.read(groupId);
        }

        @Override
        public Outcome write(Write write) {
            if (!raced) {
                raced = true;
                other.run();
            }
            return groups.write(write);
        }
    }
}
