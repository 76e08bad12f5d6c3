package com.lifeverse.session.renew;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Meets;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Session;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.renew.RenewOutcome.Ended;
import com.lifeverse.session.renew.RenewOutcome.Renewed;
import com.lifeverse.session.renew.RenewOutcome.Reused;
import com.lifeverse.session.support.InMemorySessionTables;
import com.lifeverse.session.token.RefreshToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many at once, and at random from a seed that a failure names. */
@Tag("rules")
final class RenewRaceTest {
    private static final int RACERS = 16;
    private static final int SEEDS = 200;

    private final InMemorySessionTables tables = new InMemorySessionTables();
    private final Renew renew = new Renew(tables, POLICY);
    private final SessionStart start = firstStart(1);
    private final RefreshToken first = RefreshToken.of(start.playerId(), start.session(), 0);

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
        assertThat(generation(tables)).isEqualTo(1);
        assertThat(tables.everTold()).isEqualTo(start.news());
    }

    @Test
    @Meets("ASVS 10.4.5")
    void sixteenThievesWithAnOldTokenEndTheFamilyOnce() throws Exception {
        tables.start(start);
        var second = ((Renewed) renew.handle(first, ids(2), NOW)).successor();
        renew.handle(second, ids(3), NOW);

        var outcomes = race(first);

        assertThat(outcomes).allMatch(outcome -> outcome instanceof Reused || outcome instanceof Ended);
        assertThat(outcomes).anyMatch(Reused.class::isInstance);
        assertThat(told("session.refresh_reused.v1", tables)).isEqualTo(1);
        assertThat(told("session.ended.v1", tables)).isEqualTo(1);
    }

    @Test
    void aPlayerWhoOnlyRetriesIsNeverTakenForAThief() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var renewals = new Renew(signedIn(), POLICY);
            var held = first;
            for (int step = 0; step < 50; step++) {
                var outcome = renewals.handle(held, ids(random.nextLong()), NOW);
                assertThat(outcome).as("seed %d step %d", seed, step).isInstanceOf(Renewed.class);
                // Half of the answers get lost; the player then sends the same token again.
                held = random.nextBoolean() ? ((Renewed) outcome).successor() : held;
            }
        }
    }

    @Test
    void aCopyIsNoticedAsSoonAsItFallsTwoBehind() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var fresh = signedIn();
            int ends = playWithAThief(seed, fresh);

            assertThat(told("session.ended.v1", fresh)).as("seed %d", seed).isEqualTo(ends);
            assertThat(told("session.refresh_reused.v1", fresh))
                    .as("seed %d", seed)
                    .isEqualTo(ends);
        }
    }

    private int playWithAThief(int seed, InMemorySessionTables fresh) {
        var random = new Random(seed);
        var renewals = new Renew(fresh, POLICY);
        var tokens = new RefreshToken[] {first, first};
        int ends = 0;
        for (int step = 0; step < 60; step++) {
            int turn = random.nextInt(4) == 0 ? 1 : 0;
            long before = generation(fresh);
            var outcome = renewals.handle(tokens[turn], ids(random.nextLong()), NOW);
            assertThat(outcome).as("seed %d step %d", seed, step).isEqualTo(expected(tokens[turn], before, outcome));
            ends += outcome instanceof Reused ? 1 : 0;
            if (outcome instanceof Renewed renewed) {
                tokens[turn] = renewed.successor();
            }
        }
        return ends;
    }

    // The model: a number in the table, and the distance of the token's number to it.
    private static RenewOutcome expected(RefreshToken token, long generation, RenewOutcome outcome) {
        if (generation < 0) {
            return new Ended(new Ending.Because(EndReason.REFRESH_TOKEN_REUSED, Optional.empty()));
        }
        if (generation > token.generation() + 1) {
            return new Reused();
        }
        var renewed = (Renewed) outcome;
        boolean retry = generation == token.generation() + 1;
        return new Renewed(token.successor(), renewed.client(), 0, retry, renewed.lease(), 0);
    }

    private InMemorySessionTables signedIn() {
        var fresh = new InMemorySessionTables();
        fresh.start(start);
        return fresh;
    }

    /** Of the one session; -1 if it has ended. */
    private long generation(InMemorySessionTables in) {
        return in.read(start.playerId()).orElseThrow().sessions().stream()
                .mapToLong(Session::generation)
                .findFirst()
                .orElse(-1);
    }

    private static long told(String type, InMemorySessionTables in) {
        return in.everTold().stream().map(Envelope::type).filter(type::equals).count();
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
