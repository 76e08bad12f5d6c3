package com.lifeverse.local.contract;

import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.table.request.Interceptor;
import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.aws.DynamoBreakers;
import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Breaker.State;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.Burn.Spent;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
final class TriggerBreakersTest {
    private static final Burn BURN = new Burn(Duration.ofHours(1), Duration.ofMinutes(5), 12_000);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final TriggerWorld world = new TriggerWorld();

    @Test
    void triggerThatSpendsTooFastIsHeldAndGoesOnWhenSomebodyClosesItsBreaker() {
        // $0.83 thousandths in an hour and 69 millionths in five minutes, of which a firing takes 8.
        world.publish(bonus());
        happen(0, 104);
        assertThat(world.told()).hasSize(104);
        happen(104, 200);
        assertThat(world.told()).hasSize(104);
        assertThat(world.log()).anyMatch(line -> line.contains("held-by-breaker"));
        world.pass(Duration.ofHours(3));
        happen(200, 210);
        assertThat(world.told()).as("nobody has closed it").hasSize(104);

        var breakers = process();
        var open = breakers.of("bonus", world.runtime().clock().instant());
        assertThat(open.state()).isEqualTo(State.OPEN);
        assertThat(open.note()).startsWith("$0.00084");
        assertThat(breakers.put("bonus", open, open.closed(NOW.plus(Duration.ofHours(3)), "sam", "mended")))
                .isTrue();
        world.pass(LOOK);
        happen(104, 112);
        assertThat(world.told())
                .as("what was held counts when it is told again")
                .hasSize(112);
        happen(112, 114);
        assertThat(world.told()).as("on trial the short stretch is enough").hasSize(112);
    }

    @Test
    void whatProcessesSpendAddsUpWithAWriteForATenthOfAShortStretch() {
        var one = process();
        var other = process();
        var calls = new AtomicInteger();
        world.tables.onCall(new Interceptor() {
            @Override
            public void before(String operation, Collection<String> tables) {
                calls.incrementAndGet();
            }
        });
        for (int time = 0; time < 100; time++) {
            one.spend("bonus", BURN, Breaker.NEW, 5, NOW);
        }
        // The first has not told its last 95 yet: never more is known than was spent, and a tenth of 1,000 less at
        // most.
        assertThat(other.spend("bonus", BURN, Breaker.NEW, 5, NOW)).isEqualTo(new Spent(410, 410));
        assertThat(calls).hasValueLessThanOrEqualTo(7);
        var later = NOW.plus(BURN.fast());
        assertThat(one.spend("bonus", BURN, Breaker.NEW, 5, later)).isEqualTo(new Spent(415, 5));
        assertThat(one.spend("bonus", BURN, Breaker.NEW, 5, NOW.plus(BURN.slow())))
                .isEqualTo(new Spent(5, 5));
    }

    @Test
    void whatWasSpentBeforeAClosingDoesNotCount() {
        var breakers = process();
        breakers.spend("bonus", BURN, Breaker.NEW, 5_000, NOW);
        var closed = new Breaker(State.TRIAL, NOW, 1, "sam", "mended");

        assertThat(breakers.spend("bonus", BURN, closed, 5, NOW)).isEqualTo(new Spent(5, 5));
    }

    @Test
    void breakerIsKnownElsewhereWithinALookAndWhoeverIsLateWritesNothing() {
        var one = process();
        var other = process();
        assertThat(other.of("bonus", NOW)).isEqualTo(Breaker.NEW);
        var open = new Breaker(State.OPEN, NOW, 0, "engine", "too fast");
        assertThat(one.put("bonus", Breaker.NEW, open)).isTrue();
        assertThat(other.of("bonus", NOW.plus(LOOK).minusSeconds(1))).isEqualTo(Breaker.NEW);
        assertThat(other.of("bonus", NOW.plus(LOOK))).isEqualTo(open);
        assertThat(other.put("bonus", Breaker.NEW, new Breaker(State.OPEN, NOW.plusSeconds(9), 0, "engine", "")))
                .isFalse();
        var trial = open.closed(NOW, "sam", "mended");
        assertThat(one.put("bonus", open, trial)).isTrue();
        assertThat(one.of("bonus", NOW)).isEqualTo(trial);
    }

    private DynamoBreakers process() {
        return new DynamoBreakers(world.dynamoDb(), "triggers", LOOK);
    }

    private void happen(int from, int to) {
        IntStream.range(from, to).forEach(number -> world.happen(event(number)));
    }

    /** Each of a player of their own. */
    private static Envelope event(int number) {
        return win("ply_%03d".formatted(number), "m" + number, NOW);
    }

    private static ObjectNode bonus() {
        return (ObjectNode) Json.read("""
                {
                  "trigger": "bonus", "description": "For a test.", "labels": ["economy"], "owner": "economy-team",
                  "runbook": "runbooks/grants.md", "accessibility": "Announced in the inbox with text.",
                  "when": {"detail-type": ["match.ended.v1"]},
                  "limits": {"perPlayer": {"times": 5, "per": "P1D"}, "budget": {"usd": 0.01, "per": "P1D", "burnRate": 2}},
                  "effects": [{"notify": {"message": "hello"}}]
                }""");
    }
}
