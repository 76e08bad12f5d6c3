package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.group.desk.GroupOutcome;
import com.lifeverse.session.group.support.DynamoGroupTables;
import com.lifeverse.session.group.support.Given;
import com.lifeverse.session.support.Fixtures;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two thousand players want the last seats of one crowd at the same time, wherever in it they are free. */
@Tag("adapters")
final class CrowdRaceTest {
    private static final int RACERS = 2_000;
    private static final int THREADS = 16;

    private final Set<String> seated = ConcurrentHashMap.newKeySet();

    /** With few seats a section, nearly every one of them has to be brought from elsewhere. */
    @ParameterizedTest
    @CsvSource({"1000, 20", "64, 64"})
    void theCrowdIsFullAndNeverOverFullAndNobodyIsToldASeatTheyDoNotHave(int seats, int sections) throws Exception {
        var template = Given.crowd(seats, sections);
        var tables = new DynamoGroupTables(Engine.empty().client(), template);
        var desk =
                new GroupDesk(tables.groups(), tables.memberships(), tables.crowds(), Standard.of(GroupPolicy.class));
        desk.open(Given.crowd(template), Optional.empty(), Fixtures.ids(1), Given.at(0));

        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var racers = IntStream.range(0, RACERS)
                    .<Callable<Boolean>>mapToObj(racer -> () -> race(desk, "ply_" + racer, racer))
                    .toList();
            for (var racer : threads.invokeAll(racers)) {
                racer.get();
            }
        }
        // Whoever was told that it was full while others gave a seat back asks again.
        for (int racer = 0; racer < RACERS && seated.size() < seats; racer++) {
            race(desk, "ply_" + racer, racer);
        }

        assertThat(seated).hasSize(seats);
        var sectionsThen = tables.crowds().sections(Given.GROUP, 0).stream()
                .map(Crowds.Stored::section)
                .toList();
        assertThat(sectionsThen.stream().mapToInt(Section::used).sum()).isEqualTo(seats);
        assertThat(sectionsThen)
                .allSatisfy(section -> assertThat(section.used())
                        .isLessThanOrEqualTo(section.allotment().seats()));
        assertThat(seated).allSatisfy(player -> {
            assertThat(desk.look(Given.GROUP, player, Given.at(2)).orElseThrow().seats(player))
                    .isTrue();
            assertThat(tables.memberships().of(player, Optional.empty(), 10)).containsExactly(Given.GROUP);
        });
    }

    /** Every third one who gets a seat gives it up again, so that seats come free while others look for them. */
    private boolean race(GroupDesk desk, String player, int racer) {
        boolean in = join(desk, player);
        if (in && racer % 3 == 0) {
            seated.remove(player);
            assertThat(ask(desk, new GroupCommand.Leave(player), player)).isInstanceOf(GroupOutcome.Done.class);
        }
        return in;
    }

    private boolean join(GroupDesk desk, String player) {
        var outcome = ask(desk, Given.join(player), player);
        switch (outcome) {
            case GroupOutcome.Done _ -> {
                seated.add(player);
                return true;
            }
            case GroupOutcome.Refused refused -> {
                assertThat(refused.why()).isEqualTo(Refusal.FULL);
                return false;
            }
            case GroupOutcome.Contended _, GroupOutcome.NotFound _, GroupOutcome.Stale _ ->
                throw new AssertionError(outcome);
        }
    }

    /** Until the crowd has said yes or no, as a client does that is told to come back. */
    private static GroupOutcome ask(GroupDesk desk, GroupCommand command, String player) {
        while (true) {
            var ids = Fixtures.ids(player.hashCode());
            var outcome = desk.ask(Given.GROUP, Optional.empty(), _ -> command, Optional.of(player), ids, Given.at(1));
            if (!(outcome instanceof GroupOutcome.Contended)) {
                return outcome;
            }
        }
    }
}
