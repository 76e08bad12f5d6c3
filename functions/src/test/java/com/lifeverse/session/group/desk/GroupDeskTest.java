package com.lifeverse.session.group.desk;

import static com.lifeverse.session.group.support.Given.ANN;
import static com.lifeverse.session.group.support.Given.BEN;
import static com.lifeverse.session.group.support.Given.GROUP;
import static com.lifeverse.session.group.support.Given.at;
import static com.lifeverse.session.group.support.Given.disconnect;
import static com.lifeverse.session.group.support.Given.invite;
import static com.lifeverse.session.group.support.Given.join;
import static com.lifeverse.session.group.support.Given.party;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class GroupDeskTest {
    private final InMemoryGroupTables tables = new InMemoryGroupTables();
    private final GroupDesk desk = new GroupDesk(tables, tables, tables.crowds(), Standard.of(GroupPolicy.class));

    @BeforeEach
    void thereIsAParty() {
        desk.open(new Course(party(8), List.of()), Optional.of(ANN), ids(1), at(0));
    }

    @Test
    void aJoinAndALeaveKeepThePlayersPointer() {
        ask(join(BEN), 1);
        assertThat(tables.of(BEN, Optional.empty(), 10)).containsExactly(GROUP);
        assertThat(desk.own().page(BEN, Optional.empty(), at(2)).groups()).hasSize(1);

        ask(new GroupCommand.Leave(BEN), 2);
        assertThat(tables.of(BEN, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void whatWasDueIsToldWithTheNextChange() {
        ask(invite(ANN, BEN), 10);
        ask(disconnect(ANN), 100);

        assertThat(tables.told(GROUP).stream().map(Envelope::type))
                .containsExactly(GroupEvents.CHANGED, GroupEvents.INVITED);
        var changed = tables.told(GROUP).getFirst();
        assertThat(changed.payload().get("what")).isEqualTo(List.of("reminded", "invitation-lapsed", "disconnected"));
    }

    @Test
    void settlingTellsWhatNobodyAskedFor() {
        ask(join(BEN), 1);
        ask(disconnect(BEN), 10);
        ask(new GroupCommand.Settle(), 200);

        assertThat(tables.told(GROUP).stream().map(Envelope::type))
                .containsExactly(GroupEvents.CHANGED, GroupEvents.MEMBER_DROPPED);
        assertThat(tables.told(GROUP).getLast().playerId()).isEqualTo(BEN);
        assertThat(tables.told(GROUP).getLast().time()).isEqualTo(at(130));
    }

    @Test
    void whatTimeAloneDidIsNobodysDoingAndKeepsItsOrderWithTheGroup() {
        ask(join(BEN), 1);
        ask(disconnect(BEN), 10);
        desk.ask(GROUP, Optional.empty(), _ -> new GroupCommand.Settle(), Optional.empty(), ids(9), at(200));

        var changed = tables.told(GROUP).getFirst();
        assertThat(changed.playerId()).isEmpty();
        assertThat(Envelopes.write(changed).has("playerId")).isFalse();
        assertThat(tables.told(GROUP)).allMatch(event -> event.eventGroupId().equals(GROUP));
    }

    @Test
    void aChangeOfAnotherRevisionIsStale() {
        ask(join(BEN), 1);

        assertThat(desk.ask(GROUP, Optional.of(1L), _ -> join("ply_dan"), Optional.of("ply_dan"), ids(3), at(2)))
                .isEqualTo(new GroupOutcome.Stale(group(2)));
    }

    @Test
    void aGroupThatIsNotThereIsNotFound() {
        assertThat(desk.ask("grp_none", Optional.empty(), _ -> join(BEN), Optional.of(BEN), ids(3), at(2)))
                .isEqualTo(new GroupOutcome.NotFound());
    }

    @Test
    void racersForTheLastSeatsNeverOverfillTheGroupAndNobodyIsToldASeatTheyDoNotHave() throws Exception {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var racers = IntStream.range(0, 400)
                    .<Callable<GroupOutcome>>mapToObj(racer -> () -> desk.ask(
                            GROUP,
                            Optional.empty(),
                            _ -> join("ply_" + racer),
                            Optional.of("ply_" + racer),
                            ids(100 + racer),
                            at(1)))
                    .toList();
            long seated = threads.invokeAll(racers).stream()
                    .map(GroupDeskTest::outcome)
                    .filter(GroupOutcome.Done.class::isInstance)
                    .count();

            assertThat(seated).isEqualTo(7);
            assertThat(group(2).seated()).hasSize(8);
            assertThat(desk.ask(GROUP, Optional.empty(), _ -> join(BEN), Optional.of(BEN), ids(3), at(2)))
                    .isEqualTo(new GroupOutcome.Refused(Refusal.FULL, group(2)));
        }
    }

    private static GroupOutcome outcome(Future<GroupOutcome> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Group group(long second) {
        return desk.look(GROUP, at(second)).orElseThrow();
    }

    private void ask(GroupCommand command, long second) {
        assertThat(desk.ask(GROUP, Optional.empty(), _ -> command, Optional.of(ANN), ids(10 + second), at(second)))
                .isInstanceOf(GroupOutcome.Done.class);
    }
}
