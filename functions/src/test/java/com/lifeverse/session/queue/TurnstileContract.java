package com.lifeverse.session.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue does on every implementation of {@link LoginQueue}. */
public abstract class TurnstileContract {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Turnstile turnstile;

    /** Empty. */
    protected abstract LoginQueue queue();

    @BeforeEach
    void theQueueIsEmpty() {
        turnstile = new Turnstile(queue());
        turnstile.serving(2, START);
    }

    @Test
    void whoComesFirstComesInFirstAtTheRate() {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < 5; i++) {
            tickets.add(take("player-" + i, START));
        }
        var admitted = new ArrayList<Integer>();
        for (int second = 1; second <= 6; second++) {
            admitted.add(served(tickets, START.plusSeconds(second)));
        }

        assertThat(admitted).containsExactly(0, 0, 2, 4, 5, 5);
    }

    @Test
    void whoKnocksBeforeTheirTurnIsNotLetInAndWhoKnocksInTimeIsOnce() {
        var first = take("player-1", START);
        var second = take("player-2", START);
        var third = take("player-3", START);

        assertThat(turnstile.pass(first, "a", 2, START.plusSeconds(1))).isFalse();
        assertThat(turnstile.pass(first, "a", 2, START.plusSeconds(3))).isTrue();
        assertThat(turnstile.pass(second, "b", 2, START.plusSeconds(3))).isTrue();
        assertThat(turnstile.pass(third, "c", 2, START.plusSeconds(3))).isFalse();
        assertThat(turnstile.pass(first, "a", 2, START.plusSeconds(4)))
                .as("the same attempt again")
                .isTrue();
        assertThat(turnstile.pass(first, "d", 2, START.plusSeconds(4)))
                .as("another one")
                .isFalse();
    }

    @Test
    void placesDoNotPileUpWhileNobodyLooks() {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < 9; i++) {
            tickets.add(take("player-" + i, START));
        }

        assertThat(served(tickets, START.plusSeconds(60))).isEqualTo(2);
    }

    @Test
    void aPlaceCountsDown() {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < 4; i++) {
            tickets.add(take("player-" + i, START.plusMillis(600L * i)));
        }

        assertThat(position(tickets.get(3), START.plusSeconds(3))).isEqualTo(2);
        assertThat(position(tickets.get(2), START.plusSeconds(3))).isEqualTo(1);
        assertThat(position(tickets.get(3), START.plusSeconds(4))).isZero();
    }

    @Test
    void whoCameBackAnHourLaterHasGivenUpTheirPlace() {
        var ticket = take("player-1", START);
        turnstile.serving(2, START.plusSeconds(4));

        assertThat(turnstile.pass(ticket, "a", 2, START.plus(Turnstile.HORIZON).plusSeconds(1)))
                .isFalse();
    }

    private Ticket take(String holder, Instant at) {
        return turnstile.take(Lane.STANDARD, holder, () -> at);
    }

    private long position(Ticket ticket, Instant at) {
        return turnstile.position(ticket, turnstile.serving(2, at));
    }

    private int served(List<Ticket> tickets, Instant at) {
        var serving = turnstile.serving(2, at);
        return (int) tickets.stream().filter(serving::isServed).count();
    }
}
