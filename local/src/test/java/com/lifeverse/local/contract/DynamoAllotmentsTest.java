package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.aws.DynamoAllotments;
import com.lifeverse.trigger.decide.Claim;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class DynamoAllotmentsTest {
    private static final Instant UNTIL = Instant.parse("2026-11-21T00:00:00Z");
    private static final int TAKERS = 7;

    private final Engine engine = Engine.empty();

    @Test
    void severalTakersNeverGetMoreThanThereIsAndOneThatGoesOnGetsTheRest() {
        var claim = new Claim("cap", "2026-11-20", 1, 1_000, UNTIL);
        var takers = new ArrayList<DynamoAllotments>();
        for (int taker = 0; taker < TAKERS; taker++) {
            takers.add(new DynamoAllotments(engine.client(), "triggers"));
        }
        int taken = 0;
        for (int round = 0; round < 300; round++) {
            for (var taker : takers) {
                taken += taker.take("first-win", claim) ? 1 : 0;
            }
        }

        assertThat(taken).isEqualTo(1_000);
    }

    @Test
    void takerThatEndsLosesAHundredthOfThePoolAtMost() {
        var claim = new Claim("cap", "2026-11-20", 1, 1_000, UNTIL);
        assertThat(new DynamoAllotments(engine.client(), "triggers").take("first-win", claim))
                .isTrue();
        var next = new DynamoAllotments(engine.client(), "triggers");
        int taken = 0;
        while (next.take("first-win", claim)) {
            taken++;
        }

        assertThat(taken).isEqualTo(990);
    }

    @Test
    void eachTriggerPoolAndStretchHasItsOwn() {
        var allotments = new DynamoAllotments(engine.client(), "triggers");

        assertThat(allotments.take("a", new Claim("cap", "2026-11-20", 1, 1, UNTIL)))
                .isTrue();
        assertThat(allotments.take("a", new Claim("cap", "2026-11-20", 1, 1, UNTIL)))
                .isFalse();
        assertThat(allotments.take("a", new Claim("cap", "2026-11-21", 1, 1, UNTIL)))
                .isTrue();
        assertThat(allotments.take("a", new Claim("budget", "2026-11-20", 5, 5, UNTIL)))
                .isTrue();
        assertThat(allotments.take("b", new Claim("cap", "2026-11-20", 1, 1, UNTIL)))
                .isTrue();
        assertThat(allotments.take("b", new Claim("budget", "2026-11-20", 6, 5, UNTIL)))
                .isFalse();
    }
}
