package com.lifeverse.session.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.gate.Gates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plays a game from seeds into which more want than may: some walk in, others queue, some leave, and a census counts them
 * again and again. What comes in in a second, and who is online at all, never exceeds what the gate says, and nobody waits for ever.
 */
@Tag("rules")
final class CrowdTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SEEDS = 200;
    private static final List<Lane> LANES = List.of(Lane.values());
    private static final int ROUNDS = 4;
    private static final int COUNTED_EVERY = 15;

    @Test
    void neverMoreThanTheRateComeInAndNeverMoreThanMayAreOnlineAndEveryTicketIsServed() {
        for (int seed = 0; seed < SEEDS; seed++) {
            new Evening(seed).play(seed);
        }
    }

    private static final class Evening {
        private final Random random;
        private final Gates.Admission gate;
        private final Turnstile turnstile;
        private final ArrayList<Ticket> waiting = new ArrayList<>();
        private Optional<Headcount> counted = Optional.empty();
        private long online;
        private int players;

        Evening(int seed) {
            random = new Random(seed);
            gate = new Gates.Admission(1 + random.nextInt(5), true, Optional.of(20L + random.nextInt(80)));
            turnstile = new Turnstile(new InMemoryLoginQueue(), () -> counted, Standard.of(QueuePolicy.class));
        }

        private void play(int seed) {
            long most = gate.mostPlayers().orElseThrow();
            int second = 0;
            for (; second < ROUNDS * COUNTED_EVERY; second++) {
                var now = START.plusSeconds(second);
                online -= random.nextInt(3) == 0 ? Math.min(online, random.nextLong(4)) : 0;
                long in = 0L + arrivals(now) + servedNow(now);
                online += in;

                assertThat(in).as("seed %d second %d", seed, second).isLessThanOrEqualTo(gate.perSecond());
                assertThat(online).as("seed %d second %d", seed, second).isLessThanOrEqualTo(most);
                if (second % COUNTED_EVERY == 0) {
                    counted = Optional.of(new Headcount(online, now));
                }
            }
            for (; !waiting.isEmpty(); second++) {
                var now = START.plusSeconds(second);
                servedNow(now);
                counted = Optional.of(new Headcount(0, now));
                assertThat(second).as("seed %d starves", seed).isLessThan(4 * ROUNDS * COUNTED_EVERY);
            }
        }

        /** Who cannot walk in takes a ticket; some take it twice, as after a lost answer. */
        private int arrivals(Instant now) {
            int in = 0;
            for (int i = random.nextInt(gate.perSecond() * 2 + 1); i > 0; i--) {
                if (turnstile.walkIn(gate, now) == Knock.IN) {
                    in++;
                } else {
                    var holder = "player-" + (random.nextInt(4) == 0 ? random.nextInt(players + 1) : ++players);
                    var ticket =
                            turnstile.take(LANES.get(random.nextInt(LANES.size())), holder, Optional.of(gate), now);
                    if (!waiting.contains(ticket)
                            && !turnstile.serving(gate, now).isServed(ticket)) {
                        waiting.add(ticket);
                    }
                }
            }
            return in;
        }

        private int servedNow(Instant now) {
            var serving = turnstile.serving(gate, now);
            var served = waiting.stream().filter(serving::isServed).toList();
            var in = served.stream()
                    .filter(ticket -> turnstile.knock(ticket, ticket.holder(), gate, now) == Knock.IN)
                    .toList();
            waiting.removeAll(in);
            return in.size();
        }
    }
}
