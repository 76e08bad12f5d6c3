package com.lifeverse.session.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.gate.Gates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue does on every implementation of {@link LoginQueue}. */
public abstract class TurnstileContract {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Gates.Admission RATE = Gates.Admission.queueing(2);
    private static final Gates.Admission AUTOMATIC = new Gates.Admission(2, true, Optional.empty());
    private static final Gates.Admission CAPPED = new Gates.Admission(2, true, Optional.of(10L));

    private Turnstile turnstile;
    private Headcount online = new Headcount(0, START);

    /** Empty. */
    protected abstract LoginQueue queue();

    @BeforeEach
    void theQueueIsEmpty() {
        turnstile = new Turnstile(queue(), () -> Optional.of(online));
        turnstile.serving(RATE, START);
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

        assertThat(turnstile.pass(first, "a", RATE, START.plusSeconds(1))).isFalse();
        assertThat(turnstile.pass(first, "a", RATE, START.plusSeconds(3))).isTrue();
        assertThat(turnstile.pass(second, "b", RATE, START.plusSeconds(3))).isTrue();
        assertThat(turnstile.pass(third, "c", RATE, START.plusSeconds(3))).isFalse();
        assertThat(turnstile.pass(first, "a", RATE, START.plusSeconds(4)))
                .as("the same attempt again")
                .isTrue();
        assertThat(turnstile.pass(first, "d", RATE, START.plusSeconds(4)))
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
        turnstile.serving(RATE, START.plusSeconds(4));

        assertThat(turnstile.pass(
                        ticket, "a", RATE, START.plus(Turnstile.HORIZON).plusSeconds(1)))
                .isFalse();
    }

    @Test
    void whoAsksAgainStandsWhereTheyStoodUntilTheirTurnWasUsed() {
        var ticket = take("player-1", START);
        take("player-2", START);

        assertThat(take("player-1", START.plusSeconds(2))).isEqualTo(ticket);
        assertThat(turnstile.pass(ticket, "a", RATE, START.plusSeconds(3))).isTrue();
        assertThat(take("player-1", START.plusSeconds(4)).place()).isGreaterThan(ticket.place());
        assertThat(take("player-2", START.plus(Turnstile.HORIZON).plusSeconds(9))
                        .place())
                .as("the old place is too old")
                .isGreaterThan(ticket.place());
    }

    @Test
    void whileFewerComeThanMayNobodyNeedsATicketAndThenTheQueueIsThere() {
        assertThat(walkIns(AUTOMATIC, START.plusSeconds(1), 5)).isEqualTo(2);
        assertThat(walkIns(AUTOMATIC, START.plusSeconds(2), 1)).isEqualTo(1);
        assertThat(walkIns(RATE, START.plusSeconds(3), 1)).isZero();
    }

    @Test
    void whoWaitsComesInBeforeWhoComesWithoutATicket() {
        var now = START.plusSeconds(1);
        take("player-1", now);
        assertThat(walkIns(AUTOMATIC, now.plusSeconds(3), 5))
                .as("one place was waited for")
                .isEqualTo(1);
        assertThat(walkIns(AUTOMATIC, now.plusSeconds(4), 5))
                .as("nobody waits any more")
                .isEqualTo(2);
    }

    @Test
    void nobodyComesInWhileAsManyAreOnlineAsMayBe() {
        online = new Headcount(9, START);
        assertThat(walkIns(CAPPED, START.plusSeconds(1), 5)).isEqualTo(1);
        var ticket = take("player-1", START.plusSeconds(1));
        assertThat(turnstile.serving(CAPPED, START.plusSeconds(30)).isServed(ticket))
                .isFalse();

        online = new Headcount(8, START.plusSeconds(60));
        assertThat(turnstile.serving(CAPPED, START.plusSeconds(61)).isServed(ticket))
                .as("one has left, and one was let in since")
                .isTrue();
        assertThat(walkIns(CAPPED, START.plusSeconds(62), 5)).isZero();
    }

    private int walkIns(Gates.Admission admission, Instant at, int tried) {
        int in = 0;
        for (int i = 0; i < tried; i++) {
            in += turnstile.walkIn(admission, at) ? 1 : 0;
        }
        return in;
    }

    private Ticket take(String holder, Instant at) {
        return turnstile.take(Lane.STANDARD, holder, () -> at);
    }

    private long position(Ticket ticket, Instant at) {
        return turnstile.position(ticket, turnstile.serving(RATE, at));
    }

    private int served(List<Ticket> tickets, Instant at) {
        var serving = turnstile.serving(RATE, at);
        return (int) tickets.stream().filter(serving::isServed).count();
    }
}
