package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.support.DynamoGroupTables;
import com.lifeverse.session.group.support.Given;
import com.lifeverse.session.support.Fixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two thousand players want the last seats of one group at the same time, on as many threads as there may be. */
@Tag("adapters")
final class LastSeatsRaceTest {
    private static final int RACERS = 2_000;
    private static final int THREADS = 16;

    @ParameterizedTest
    @ValueSource(ints = {8, 150})
    void theGroupIsFullAndNeverOverFullAndEveryoneWhoWasSeatedHasTheirPointer(int seats) throws InterruptedException {
        var template = Given.template(seats, LeaderPolicy.AUTOMATIC);
        var tables = new DynamoGroupTables(Engine.empty().client(), template);
        var desk =
                new GroupDesk(tables.groups(), tables.memberships(), tables.crowds(), Standard.of(GroupPolicy.class));
        var party = Given.party(template, Given.entrant(Given.ANN));
        desk.open(new Course(party, List.of()), Optional.of(Given.ANN), Fixtures.ids(1), Given.at(0));

        var seated = new HashSet<String>();
        int asked = 0;
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var racers = IntStream.range(0, RACERS)
                    .<Callable<Optional<String>>>mapToObj(racer -> () -> join(desk, "ply_" + racer))
                    .toList();
            for (var racer : threads.invokeAll(racers)) {
                asked++;
                outcome(racer).ifPresent(seated::add);
            }
        }

        var group = desk.look(party.id(), Given.at(2)).orElseThrow();
        assertThat(asked).isEqualTo(RACERS);
        assertThat(seated).hasSize(seats - 1);
        assertThat(group.seated()).hasSize(seats);
        assertThat(group.leadership().leader()).hasValue(Given.ANN);
        assertThat(seated).allSatisfy(player -> {
            assertThat(group.seats(player)).isTrue();
            assertThat(tables.memberships().of(player, Optional.empty(), 10)).containsExactly(party.id());
        });
    }

    /** Asks until the group has said yes or no, as a client does that is told to come back. */
    private static Optional<String> join(GroupDesk desk, String player) {
        while (true) {
            var ids = Fixtures.ids(player.hashCode());
            var outcome = desk.ask(
                    Given.GROUP, Optional.empty(), _ -> Given.join(player), Optional.of(player), ids, Given.at(1));
            switch (outcome) {
                case GroupOutcome.Done _ -> {
                    return Optional.of(player);
                }
                case GroupOutcome.Refused refused -> {
                    assertThat(refused.why()).isEqualTo(Refusal.FULL);
                    return Optional.empty();
                }
                case GroupOutcome.Contended _ -> {
                    // Told to come back, it does.
                }
                case GroupOutcome.NotFound _, GroupOutcome.Stale _ -> throw new AssertionError(outcome);
            }
        }
    }

    private static <T> T outcome(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
