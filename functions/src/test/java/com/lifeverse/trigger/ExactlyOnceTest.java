package com.lifeverse.trigger;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.GrantLedger.Grant;
import com.lifeverse.trigger.decide.Happening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the event to the ledger over queues that repeat and reorder, with processes that end at any moment. */
@Tag("rules")
class ExactlyOnceTest {
    private static final int DAYS = 4;
    private static final int RECEIVERS = 4;
    private static final List<String> OCCURRENCES = List.of("2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17");

    private final RememberedStates states = new RememberedStates();
    private final RememberedLedger ledger = new RememberedLedger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void onePlayersDaysAreGrantedOnceEachWhateverHappensOnTheWay(long seed) {
        var random = new Random(seed);
        repeated(wins(), random).forEach(event -> untilDone(random, () -> decide(event, random)));
        repeated(states.told(), random).forEach(event -> untilDone(random, () -> grant(event, random)));

        assertThat(ledger.told().stream().map(event -> event.payload().get("occurrence")))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(OCCURRENCES);
    }

    @Test
    void receiversAtTheSameTimeFireOnceADay() throws InterruptedException, ExecutionException {
        try (var receivers = Executors.newFixedThreadPool(RECEIVERS)) {
            var running = new ArrayList<Future<?>>();
            for (int receiver = 0; receiver < RECEIVERS; receiver++) {
                var deliveries = repeated(wins(), new Random(receiver));
                running.add(receivers.submit(() -> deliveries.forEach(this::decideUncontended)));
            }
            for (var receiver : running) {
                receiver.get();
            }
        }

        assertThat(states.told().stream().map(event -> event.payload().get("occurrence")))
                .containsExactlyInAnyOrderElementsOf(OCCURRENCES);
    }

    private static List<Envelope> wins() {
        var wins = new ArrayList<Envelope>();
        for (int day = 0; day < DAYS; day++) {
            wins.add(win("d" + day + "a", NOW.minus(Duration.ofDays(day))));
            wins.add(win("d" + day + "b", NOW.minus(Duration.ofDays(day)).minusSeconds(900)));
        }
        return wins;
    }

    private static List<Envelope> repeated(List<Envelope> events, Random random) {
        var deliveries = new ArrayList<>(events);
        events.stream().filter(_ -> random.nextBoolean()).forEach(deliveries::add);
        Collections.shuffle(deliveries, random);
        return deliveries;
    }

    // A queue delivers again what was not finished.
    private static void untilDone(Random random, Runnable step) {
        boolean done = false;
        while (!done) {
            try {
                step.run();
                done = random.nextInt(4) > 0;
            } catch (InterruptedStates.Crash crash) {
                assertThat(crash).isNotNull();
            }
        }
    }

    private void decide(Envelope event, Random random) {
        var interruption = switch (random.nextInt(5)) {
            case 0 -> Interruption.CRASH_BEFORE_WRITE;
            case 1 -> Interruption.CRASH_AFTER_WRITE;
            default -> Interruption.SAME_BATCH_ELSEWHERE;
        };
        engine(new InterruptedStates(states, interruption))
                .evaluate(Given.firstWin(), ANNA, List.of(Happening.of(event)));
    }

    private void decideUncontended(Envelope event) {
        boolean done = false;
        while (!done) {
            try {
                engine(states).evaluate(Given.firstWin(), ANNA, List.of(Happening.of(event)));
                done = true;
            } catch (TriggerEngine.Contended contended) {
                Thread.onSpinWait();
            }
        }
    }

    private void grant(Envelope fired, Random random) {
        var payload = fired.payload();
        var grant = new Grant(
                fired.playerId(),
                "trigger/" + payload.get("trigger"),
                String.valueOf(payload.get("occurrence")),
                1,
                "coins",
                100);
        ledger.record(grant, grant.told(fired, NOW));
        if (random.nextInt(4) == 0) {
            throw new InterruptedStates.Crash();
        }
    }

    private static TriggerEngine engine(TriggerStates states) {
        return new TriggerEngine(states, (_, _) -> true, () -> NOW, Standard.of(TriggerPolicy.class));
    }
}
