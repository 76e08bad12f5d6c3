package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.census.AtOnce;
import com.lifeverse.session.census.Census;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.census.Register;
import com.lifeverse.session.census.Segment;
import com.lifeverse.session.census.Sweep;
import com.lifeverse.session.census.Tally;
import com.lifeverse.session.census.aws.DynamoRegister;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.signin.FreshIds;
import com.lifeverse.session.support.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The census on the table engine: every lease ends once, whatever becomes of the run. */
@Tag("adapters")
final class CensusTest {
    private static final int PLAYERS = 25;
    private static final Instant LATER = Fixtures.NOW.plus(Duration.ofMinutes(8));
    private static final Segment WHOLE = new Segment(0, 1);
    private static final AtOnce IN_TURN = new AtOnce(Runnable::run);
    private static final CensusPolicy SMALL_PAGES =
            new CensusPolicy(1, 4, 4, Duration.ofSeconds(45), Duration.ofHours(2), 500);

    private final Engine engine = Engine.empty();
    private final LiveSessions live = new DynamoLiveSessions(engine.client(), "live");
    private final Register register = new DynamoRegister(engine.client(), "live", "players");
    private final Supplier<UUID> ids = Fixtures.ids(77);

    @Test
    void allWhoAreOnlineAreCountedOverManyPages() {
        online(PLAYERS);

        var sweep = census(register).run(WHOLE, ids, () -> Fixtures.NOW).orElseThrow();

        assertThat(sweep.tally().players()).isEqualTo(PLAYERS);
        assertThat(sweep.tally().cohorts()).hasSize(1);
        assertThat(sweep.tally().pages()).isGreaterThanOrEqualTo(7);
        assertThat(sweep.tally().ended()).isZero();
        assertThat(sweep.tally().readUnits()).isPositive();
    }

    @Test
    void segmentsThatAreSweptAtTheSameTimeEndEverySessionOnceAndCountAllTogether() throws Exception {
        online(PLAYERS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var quick = new Census(register, live, Standard.of(SessionPolicy.class), SMALL_PAGES, new AtOnce(threads));
            var runs = new ArrayList<Callable<Optional<Sweep>>>();
            for (int number = 0; number < 8; number++) {
                var segment = new Segment(number, 8);
                var mine = Fixtures.ids(100 + number);
                runs.add(() -> quick.run(segment, mine, () -> Fixtures.NOW));
                runs.add(() -> quick.run(segment, mine, () -> LATER));
            }
            for (var run : threads.invokeAll(runs)) {
                assertThat(run.get()).isNotNull();
            }
        }
        for (int number = 0; number < 8; number++) {
            census(register).run(new Segment(number, 8), ids, () -> LATER);
        }

        assertThat(ends()).isEqualTo(PLAYERS);
        assertThat(register.last(8).orElseThrow().tally().players()).isZero();
    }

    @Test
    void nothingIsSaidOfAllBeforeEverySegmentHasBegun() {
        online(PLAYERS);
        census(register).run(new Segment(0, 2), ids, () -> Fixtures.NOW);
        assertThat(register.last(2)).isEmpty();

        census(register).run(new Segment(1, 2), ids, () -> Fixtures.NOW);
        assertThat(register.last(2).orElseThrow().tally())
                .extracting(Tally::players, Tally::sessions)
                .containsExactly((long) PLAYERS, (long) PLAYERS);
    }

    @Test
    void whatNobodyRenewsEndsOnceAndSaysWhy() {
        online(PLAYERS);

        assertThat(census(register)
                        .run(WHOLE, ids, () -> LATER)
                        .orElseThrow()
                        .tally()
                        .ended())
                .isEqualTo(PLAYERS);
        assertThat(census(register).run(WHOLE, ids, () -> LATER).orElseThrow().tally())
                .extracting(Tally::ended, Tally::players)
                .containsExactly(0L, 0L);
        assertThat(ends()).isEqualTo(PLAYERS);
        assertThat(engine.told("live"))
                .filteredOn(event -> event.type().equals("session.ended.v1"))
                .extracting(event -> event.payload().get("reason"))
                .containsOnly("lease-expired");
    }

    @Test
    void aRunThatDiesInTheMiddleIsGoneOnWithAndCountsNobodyTwice() {
        online(PLAYERS);
        for (int pages = 1; pages <= 3; pages++) {
            var mortal = new Mortal(register, pages);
            try {
                census(mortal).run(WHOLE, ids, () -> LATER);
            } catch (IllegalStateException dead) {
                assertThat(dead).hasMessage("dead");
            }
        }

        var done = census(register).run(WHOLE, ids, () -> LATER).orElseThrow();

        assertThat(done.tally().ended()).isLessThanOrEqualTo(PLAYERS);
        assertThat(ends()).isEqualTo(PLAYERS);
        assertThat(register.last(WHOLE).orElseThrow().done()).isTrue();
    }

    @Test
    void aRunWhoseTimeIsUpLeavesTheRestToTheNext() {
        online(PLAYERS);
        var hasty = new Census(
                register,
                live,
                Standard.of(SessionPolicy.class),
                new CensusPolicy(1, 4, 4, Duration.ofNanos(1), Duration.ofHours(2), 500),
                IN_TURN);

        var clock = new Ticking();
        int runs = 1;
        var done = hasty.run(WHOLE, ids, clock);
        while (done.isEmpty()) {
            done = hasty.run(WHOLE, ids, clock);
            runs++;
        }

        assertThat(runs).isGreaterThan(5);
        assertThat(done.orElseThrow().tally().ended()).isEqualTo(PLAYERS);
    }

    @Test
    void ofTwoRunsAtOnceOnlyOneGoesOn() {
        online(PLAYERS);
        var overtaken = new Overtaken(register, () -> census(register).run(WHOLE, ids, () -> LATER));

        assertThat(census(overtaken).run(WHOLE, ids, () -> LATER)).isEmpty();
        assertThat(ends()).isEqualTo(PLAYERS);
    }

    @Test
    void aSessionThatIsRenewedMeanwhileGoesOn() {
        var start = Fixtures.firstStart(1);
        live.start(start);
        var renewing = new Overtaken(register, () -> {
            var current = live.read(start.playerId()).orElseThrow();
            var again = Fixtures.start(
                    start.playerId(), Optional.of(current.lastCommand()), FreshIds.from(Fixtures.ids(2)), LATER);
            live.start(again);
        });
        renewing.atPage = true;

        var sweep = census(renewing).run(WHOLE, ids, () -> LATER).orElseThrow();

        assertThat(sweep.tally().ended()).isZero();
        assertThat(live.read(start.playerId()).orElseThrow().sessions()).hasSize(1);
    }

    @Test
    void whoHasLeftIsRememberedForTwoHoursAndThenCostsNothing() {
        online(3);
        census(register).run(WHOLE, ids, () -> LATER);

        census(register).run(WHOLE, ids, () -> LATER.plus(Duration.ofMinutes(119)));
        assertThat(register.page(WHOLE, Optional.empty(), 10).entries()).hasSize(3);
        var last = census(register)
                .run(WHOLE, ids, () -> LATER.plus(Duration.ofMinutes(123)))
                .orElseThrow();
        assertThat(last.tally().forgotten()).isEqualTo(3);
        assertThat(register.page(WHOLE, Optional.empty(), 10).entries()).isEmpty();
    }

    private void online(int players) {
        for (int seed = 1; seed <= players; seed++) {
            live.start(Fixtures.firstStart(seed));
        }
    }

    private long ends() {
        return engine.told("live").stream()
                .map(Envelope::type)
                .filter("session.ended.v1"::equals)
                .count();
    }

    private Census census(Register over) {
        return new Census(over, live, Standard.of(SessionPolicy.class), SMALL_PAGES, IN_TURN);
    }

    /** Time that passes whenever somebody looks. */
    private static final class Ticking implements InstantSource {
        private Instant now = LATER;

        @Override
        public Instant instant() {
            now = now.plusMillis(1);
            return now;
        }
    }

    /** Dies before its nth save. */
    private static final class Mortal implements Register {
        private final Register register;
        private int saves;

        private Mortal(Register register, int saves) {
            this.register = register;
            this.saves = saves;
        }

        @Override
        public Page page(Segment segment, Optional<String> after, int limit) {
            return register.page(segment, after, limit);
        }

        @Override
        public boolean forget(LivePlayer player) {
            return register.forget(player);
        }

        @Override
        public Optional<Sweep> last(Segment segment) {
            return register.last(segment);
        }

        @Override
        public boolean save(Segment segment, Sweep sweep) {
            if (--saves == 0) {
                throw new IllegalStateException("dead");
            }
            return register.save(segment, sweep);
        }
    }

    /** Lets something else happen once: before its first save, or between reading its first page and acting on it. */
    private static final class Overtaken implements Register {
        private final Register register;
        private final Runnable by;
        private boolean happened;
        private boolean atPage;

        private Overtaken(Register register, Runnable by) {
            this.register = register;
            this.by = by;
        }

        @Override
        public Page page(Segment segment, Optional<String> after, int limit) {
            var page = register.page(segment, after, limit);
            if (atPage) {
                once();
            }
            return page;
        }

        @Override
        public boolean forget(LivePlayer player) {
            return register.forget(player);
        }

        @Override
        public Optional<Sweep> last(Segment segment) {
            return register.last(segment);
        }

        @Override
        public boolean save(Segment segment, Sweep sweep) {
            if (!atPage) {
                once();
            }
            return register.save(segment, sweep);
        }

        private void once() {
            if (!happened) {
                happened = true;
                by.run();
            }
        }
    }
}
