package com.lifeverse.session.renew;

import static com.lifeverse.session.Fixtures.NOW;
import static com.lifeverse.session.Fixtures.POLICY;
import static com.lifeverse.session.Fixtures.firstStart;
import static com.lifeverse.session.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.InMemorySessionTables;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.renew.RenewOutcome.Ended;
import com.lifeverse.session.renew.RenewOutcome.Renewed;
import com.lifeverse.session.renew.RenewOutcome.Reused;
import com.lifeverse.session.token.RefreshToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many at once, and at random from a seed that a failure names. */
@Tag("rules")
final class RenewRaceTest {
    private static final int RACERS = 16;

    private final InMemorySessionTables tables = new InMemorySessionTables();
    private final Renew renew = new Renew(tables, POLICY);
    private final SessionStart start = firstStart(1);
    private final RefreshToken first = RefreshToken.of(start.playerId(), start.session(), 0);

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void sixteenRacersWithOneTokenAllGetTheSameSuccessor() throws Exception {
        tables.start(start);

        var outcomes = race(first);

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Renewed.class,
                                renewed -> assertThat(renewed.successor()).isEqualTo(first.successor())));
        // One rotated the token; to the others it was a retry, and those always get an access token.
        assertThat(outcomes)
                .filteredOn(outcome -> ((Renewed) outcome).accessTokenDue())
                .hasSize(RACERS - 1);
        assertThat(generation()).isEqualTo(1);
        assertThat(tables.everTold()).isEqualTo(start.news());
    }

    @Test
    void sixteenThievesWithAnOldTokenEndTheFamilyOnce() throws Exception {
        tables.start(start);
        var second = ((Renewed) renew.handle(first, ids(2), NOW)).successor();
        renew.handle(second, ids(3), NOW);

        var outcomes = race(first);

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Reused || outcome instanceof Ended);
        assertThat(outcomes).anyMatch(Reused.class::isInstance);
        assertThat(told("session.refresh_reused.v1")).isEqualTo(1);
        assertThat(told("session.ended.v1")).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPlayerWhoOnlyRetriesIsNeverTakenForAThief(int seed) {
        tables.start(start);
        var random = new Random(seed);
        var held = first;
        for (int step = 0; step < 50; step++) {
            var outcome = renew.handle(held, ids(random.nextLong()), NOW);
            assertThat(outcome).isInstanceOf(Renewed.class);
            // Half of the answers get lost; the player then sends the same token again.
            held = random.nextBoolean() ? ((Renewed) outcome).successor() : held;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aCopyIsNoticedAsSoonAsItFallsTwoBehind(int seed) {
        tables.start(start);
        var random = new Random(seed);
        var player = first;
        var thief = first;
        boolean ended = false;
        for (int step = 0; step < 60; step++) {
            boolean thiefsTurn = random.nextInt(4) == 0;
            var token = thiefsTurn ? thief : player;
            var before = ended ? -1 : generation();
            var outcome = renew.handle(token, ids(random.nextLong()), NOW);
            assertThat(outcome).isEqualTo(expected(token, before, outcome));
            ended = ended || outcome instanceof Reused;
            if (outcome instanceof Renewed renewed) {
                thief = thiefsTurn ? renewed.successor() : thief;
                player = thiefsTurn ? player : renewed.successor();
            }
        }
        assertThat(told("session.ended.v1")).isEqualTo(ended ? 1 : 0);
        assertThat(told("session.refresh_reused.v1")).isEqualTo(ended ? 1 : 0);
    }

    // The model: a number in the table, and the distance of the token's number to it.
    private static RenewOutcome expected(RefreshToken token, long generation, RenewOutcome outcome) {
        if (generation < 0) {
            return new Ended();
        }
        if (generation > token.generation() + 1) {
            return new Reused();
        }
        var renewed = (Renewed) outcome;
        boolean retry = generation == token.generation() + 1;
        return new Renewed(token.successor(), renewed.client(), retry, renewed.lease(), 0);
    }

    private long generation() {
        return tables.read(start.playerId()).orElseThrow().sessions().getFirst().generation();
    }

    private long told(String type) {
        return tables.everTold().stream()
                .map(Envelope::type)
                .filter(type::equals)
                .count();
    }

    private List<RenewOutcome> race(RefreshToken token) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var racers = IntStream.range(0, RACERS)
                    .<Callable<RenewOutcome>>mapToObj(racer -> () -> renew.handle(token, ids(racer + 1000L), NOW))
                    .toList();
            var outcomes = new ArrayList<RenewOutcome>();
            for (var outcome : threads.invokeAll(racers)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }
}
