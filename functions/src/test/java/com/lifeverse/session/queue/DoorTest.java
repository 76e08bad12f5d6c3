package com.lifeverse.session.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.gate.Gates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plays a door from seeds, before which some come in time, some keep their turn for a rush, some come too late, and some never; the
 * clocks of those who ask differ by up to a second. Who enters is counted: never more than the rate, whatever they do, and whoever
 * comes in time comes in.
 */
@Tag("rules")
final class DoorTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int SEEDS = 200;
    private static final int STEPS_A_SECOND = 3;
    private static final List<Habit> RUDE = List.of(Habit.HOARDER, Habit.TOO_LATE, Habit.NEVER);
    private static final QueuePolicy POLICY = Standard.of(QueuePolicy.class);

    @Test
    void neverMoreThanTheRateEnterAndWhoComesInTimeDoes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            new Rush(seed).play(seed);
        }
    }

    private enum Habit {
        /** Looks every other second, and comes when it is their turn. */
        PROMPT,
        /** Comes all at once with others of the kind, on the last second on which the turn is good. */
        HOARDER,
        /** Comes when the turn is over. */
        TOO_LATE,
        NEVER
    }

    private static final class Client {
        private final Habit habit;
        private final String name;
        private Ticket ticket;
        private int tickets = 1;
        private boolean turnedAway;

        Client(Habit habit, String name, Ticket ticket) {
            this.habit = habit;
            this.name = name;
            this.ticket = ticket;
        }
    }

    private static final class Rush {
        private final Random random;
        private final Gates.Admission gate;
        private final InMemoryLoginQueue queue = new InMemoryLoginQueue();
        private final Turnstile turnstile = new Turnstile(queue, Optional::empty, POLICY);
        private final List<Client> waiting = new ArrayList<>();
        private final List<Instant> entries = new ArrayList<>();
        private final long rushAt;
        private int players;

        Rush(int seed) {
            random = new Random(seed);
            gate = new Gates.Admission(1 + random.nextInt(3), random.nextBoolean(), Optional.empty());
            rushAt = 20L + random.nextInt(40);
        }

        private void play(int seed) {
            for (int step = 0; step < 600 * STEPS_A_SECOND; step++) {
                var now = START.plusMillis(1000L * step / STEPS_A_SECOND);
                long second = Duration.between(START, now).toSeconds();
                if (second < 60 && step % STEPS_A_SECOND == 0) {
                    arrivals(now);
                }
                new ArrayList<>(waiting).forEach(client -> act(client, now, second));
                assertThat(within(now, Duration.ofSeconds(1)))
                        .as("seed %d second %d: any one second", seed, second)
                        .isLessThanOrEqualTo(3L * gate.perSecond());
                assertThat(within(now, Duration.ofSeconds(20)))
                        .as("seed %d second %d: any twenty seconds", seed, second)
                        .isLessThanOrEqualTo(22L * gate.perSecond());
                if (waiting.stream().allMatch(client -> client.habit == Habit.NEVER)) {
                    break;
                }
            }
            assertThat(waiting).as("seed %d starves", seed).allMatch(client -> client.habit == Habit.NEVER);
        }

        private long within(Instant now, Duration length) {
            long count = 0;
            for (int i = entries.size() - 1; i >= 0 && entries.get(i).isAfter(now.minus(length)); i--) {
                count++;
            }
            return count;
        }

        /** One more than come in in a second, now and then. */
        private void arrivals(Instant now) {
            for (int i = random.nextInt(2 * gate.perSecond() + 1); i > 0; i--) {
                if (turnstile.walkIn(gate, skewed(now)) == Knock.IN) {
                    entries.add(now);
                    continue;
                }
                var name = "player-" + ++players;
                var habit = random.nextInt(10) < 6 ? Habit.PROMPT : RUDE.get(random.nextInt(RUDE.size()));
                var lane = random.nextInt(4) == 0 ? Lane.VIP : Lane.STANDARD;
                waiting.add(new Client(habit, name, turnstile.take(lane, name, Optional.of(gate), skewed(now))));
            }
        }

        private void act(Client client, Instant now, long second) {
            boolean looks = random.nextInt(2 * STEPS_A_SECOND) == 0;
            switch (client.habit) {
                case NEVER -> {
                    return;
                }
                case PROMPT -> {
                    if (!looks) {
                        return;
                    }
                }
                case HOARDER -> {
                    // They all wait for the same moment, and again for the same part of each span.
                    if (second != rushAt && second % 60 != 59 && !(client.turnedAway && looks)) {
                        return;
                    }
                }
                case TOO_LATE -> {
                    var turn = turnstile.turn(client.ticket, turnstile.serving(gate, skewed(now)));
                    if (!(turn instanceof Turn.Over) && client.tickets == 1) {
                        return;
                    }
                }
            }
            knock(client, now);
        }

        private void knock(Client client, Instant now) {
            switch (turnstile.knock(client.ticket, client.name + client.tickets, gate, skewed(now))) {
                case IN -> {
                    entries.add(now);
                    waiting.remove(client);
                }
                case FULL -> client.turnedAway = true;
                case OVER -> {
                    assertThat(client.habit)
                            .as("%s came in time, and lost their turn", client.name)
                            .isNotEqualTo(Habit.PROMPT);
                    client.ticket = turnstile.take(client.ticket.lane(), client.name, Optional.of(gate), skewed(now));
                    client.tickets++;
                }
                case TOO_EARLY, NO_TICKET -> {
                    // They look again.
                }
            }
        }

        private Instant skewed(Instant now) {
            return now.plusMillis(random.nextInt(1000));
        }
    }
}
