package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoLiveSessions;
import com.lifeverse.session.census.AtOnce;
import com.lifeverse.session.census.Census;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.census.Segment;
import com.lifeverse.session.census.Tally;
import com.lifeverse.session.census.aws.DynamoRegister;
import com.lifeverse.session.support.Fixtures;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A segment of what production sweeps, and how long it takes here. {@code -Dlifeverse.census.players=100000} sweeps as many; the
 * figures in docs/systems/notices-presence-census.md were printed so.
 */
@Tag("adapters")
final class CensusScaleTest {
    private static final int PLAYERS = Integer.getInteger("lifeverse.census.players", 5_000);
    private static final int SEGMENTS = 16;

    private final Engine engine = Engine.empty();
    private final DynamoLiveSessions live = new DynamoLiveSessions(engine.client(), "live");
    private final DynamoRegister register = new DynamoRegister(engine.client(), "live", "players");

    @Test
    void theCostOfASweepIsInProportionToThoseOnlineAndItsWorkSplitsEvenly() {
        for (int seed = 1; seed <= PLAYERS; seed++) {
            live.start(Fixtures.firstStart(seed));
        }

        var counted = sweep(Fixtures.NOW, "counted");
        assertThat(counted.players()).isEqualTo(PLAYERS);
        // Half a unit for 4 KB, and an item is 900 bytes at most; each page rounds up.
        assertThat(counted.readUnits()).isLessThan(PLAYERS * 900 / 8192.0 + counted.pages());
        assertThat(counted.writeUnits()).isEqualTo((double) counted.pages());

        var ended = sweep(Fixtures.NOW.plus(Duration.ofMinutes(8)), "ended");
        assertThat(ended.ended()).isEqualTo(PLAYERS);
        assertThat(ended.writeUnits()).isEqualTo((double) (PLAYERS + ended.pages()));
    }

    private Tally sweep(Instant now, String what) {
        var census = new Census(
                register,
                live,
                Standard.of(SessionPolicy.class),
                Standard.of(CensusPolicy.class),
                new AtOnce(Runnable::run));
        var ids = Fixtures.ids(77);
        long longest = 0;
        long began = System.nanoTime();
        for (int number = 0; number < SEGMENTS; number++) {
            long from = System.nanoTime();
            assertThat(census.run(new Segment(number, SEGMENTS), ids, () -> now))
                    .isPresent();
            longest = Math.max(longest, System.nanoTime() - from);
        }
        long took = System.nanoTime() - began;
        var tally = register.last(SEGMENTS).orElseThrow().tally();
        System.out.printf(
                "census: %,d sessions %s in %,d ms, one after another; the largest of %d segments took %,d ms; %s%n",
                PLAYERS, what, took / 1_000_000, SEGMENTS, longest / 1_000_000, tally.readUnits() + " read units");
        return tally;
    }
}
