package com.lifeverse.session.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.gate.Gates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plays crowds from seeds against what the queue promises. */
@Tag("rules")
final class AdmissionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SEEDS = 200;
    private static final List<Lane> LANES = List.of(Lane.values());
    private static final Gates.Admission NINE = Gates.Admission.queueing(9);

    private record Waiting(Ticket ticket, long came) {}

    @Test
    void neverMoreThanTheRateComeInAndEachLaneInOrder() {
        for (int seed = 0; seed < SEEDS; seed++) {
            play(seed);
        }
    }

    private static void play(int seed) {
        var random = new Random(seed);
        var rate = Gates.Admission.queueing(1 + random.nextInt(7));
        int players = 0;
        var turnstile = new Turnstile(new InMemoryLoginQueue(), Optional::empty);
        var waiting = new ArrayList<Waiting>();
        var lastServed = new EnumMap<Lane, Place>(Lane.class);
        turnstile.serving(rate, START);
        for (long second = 1; second <= 60; second++) {
            var now = START.plusSeconds(second);
            for (int i = random.nextInt(rate.perSecond() * 2 + 1); i > 0; i--) {
                var lane = LANES.get(random.nextInt(LANES.size()));
                waiting.add(new Waiting(turnstile.take(lane, "player-" + ++players, () -> now), second));
            }
            if (random.nextInt(8) == 0) {
                continue;
            }
            var serving = turnstile.serving(rate, now);
            var admitted = waiting.stream()
                    .filter(each -> serving.isServed(each.ticket()))
                    .toList();
            assertThat(admitted).as("seed %d second %d", seed, second).hasSizeLessThanOrEqualTo(rate.perSecond());
            for (var each : admitted) {
                var place = each.ticket().place();
                var last = lastServed.put(each.ticket().lane(), place);
                assertThat(last == null || last.compareTo(place) < 0)
                        .as("order, seed %d", seed)
                        .isTrue();
            }
            waiting.removeAll(admitted);
        }
    }

    @Test
    void noLaneStarvesWhileTheOtherIsNeverEmpty() {
        for (int perSecond = 1; perSecond <= 4; perSecond++) {
            var rate = Gates.Admission.queueing(perSecond);
            var turnstile = new Turnstile(new InMemoryLoginQueue(), Optional::empty);
            turnstile.serving(rate, START);
            var patient = turnstile.take(Lane.STANDARD, "patient", () -> START);
            long served = 0;
            for (long second = 1; second <= 10 && served == 0; second++) {
                var now = START.plusSeconds(second);
                for (int i = 0; i < 3 * perSecond; i++) {
                    turnstile.take(Lane.RECONNECTING, "back-" + second + "-" + i, () -> now);
                    turnstile.take(Lane.VIP, "vip-" + second + "-" + i, () -> now);
                }
                served = turnstile.serving(rate, now).isServed(patient) ? second : 0;
            }

            assertThat(served).as("rate %d", perSecond).isBetween(1L, 5L);
        }
    }

    @Test
    void whatOneLaneDoesNotUseTheOtherGets() {
        var turnstile = new Turnstile(new InMemoryLoginQueue(), Optional::empty);
        turnstile.serving(NINE, START);
        var all = new ArrayList<Ticket>();
        for (int i = 0; i < 9; i++) {
            all.add(turnstile.take(Lane.STANDARD, "player-" + i, () -> START));
        }
        var serving = turnstile.serving(NINE, START.plusSeconds(3));

        assertThat(all).allMatch(serving::isServed);
    }

    @Test
    void aTicketIsReadAsItWasWritten() {
        var ticket = new Ticket(Lane.RECONNECTING, new Place(1_767_225_600, 17), "holder");

        assertThat(Ticket.of(ticket.text())).contains(ticket);
        assertThat(Ticket.of("r|1|2")).isEmpty();
    }
}
