package com.lifeverse.session.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
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
        turnstile = new Turnstile(queue(), () -> Optional.of(online), Standard.of(QueuePolicy.class));
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

        assertThat(admitted).containsExactly(2, 4, 5, 5, 5, 5);
    }

    @Test
    void whoKnocksBeforeTheirTurnIsNotLetInAndWhoKnocksInTimeIsOnce() {
        var first = take("player-1", START);
        var second = take("player-2", START);
        var third = take("player-3", START);

        assertThat(knock(first, "a", START)).isEqualTo(Knock.TOO_EARLY);
        assertThat(knock(first, "a", START.plusSeconds(1))).isEqualTo(Knock.IN);
        assertThat(knock(third, "c", START.plusSeconds(1))).isEqualTo(Knock.TOO_EARLY);
        assertThat(knock(first, "d", START.plusSeconds(1)))
                .as("another attempt")
                .isEqualTo(Knock.OVER);
        assertThat(knock(second, "b", START.plusSeconds(1))).isEqualTo(Knock.IN);
        assertThat(knock(third, "c", START.plusSeconds(2))).isEqualTo(Knock.IN);
    }

    @Test
    void anAttemptThatFailedBehindTheDoorComesInAgainAndIsCountedAgainAndNotForEver() {
        var ticket = take("player-1", START);
        for (int i = 1; i <= 3; i++) {
            assertThat(knock(ticket, "a", START.plusSeconds(i))).isEqualTo(Knock.IN);
        }

        assertThat(knock(ticket, "a", START.plusSeconds(4))).isEqualTo(Knock.OVER);
    }

    @Test
    void whoeverKeepsTheirTurnBackComesInAtTheRateAndBeforeAnyNewTurn() {
        var kept = new ArrayList<Ticket>();
        for (int i = 0; i < 6; i++) {
            kept.add(take("hoarder-" + i, START));
        }
        for (int second = 1; second <= 3; second++) {
            turnstile.serving(RATE, START.plusSeconds(second));
        }
        var next = take("player-1", START.plusSeconds(20));

        assertThat(in(kept, START.plusSeconds(20))).isEqualTo(2);
        assertThat(in(kept, START.plusSeconds(21))).isEqualTo(2);
        assertThat(turn(next, START.plusSeconds(21)))
                .as("two were turned away, and come before a new turn")
                .isEqualTo(new Turn.Waiting(1));
        assertThat(in(kept, START.plusSeconds(22))).isEqualTo(2);
        assertThat(in(List.of(next), START.plusSeconds(23))).isEqualTo(1);
    }

    @Test
    void whoComesInTimeAndIsTurnedAwayKeepsTheirTurnBeyondItsEnd() {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < 4; i++) {
            tickets.add(take("player-" + i, START));
        }
        turnstile.serving(RATE, START.plusSeconds(1));
        turnstile.serving(RATE, START.plusSeconds(2));
        assertThat(in(tickets, START.plusSeconds(58))).isEqualTo(2);

        assertThat(turn(tickets.get(3), START.plusSeconds(59))).isEqualTo(new Turn.Now(START.plusSeconds(88)));
        assertThat(in(tickets, START.plusSeconds(59))).isEqualTo(2);
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
        for (int i = 0; i < 5; i++) {
            tickets.add(take("player-" + i, START.plusMillis(100L * i)));
        }

        assertThat(turn(tickets.get(4), START.plusSeconds(1))).isEqualTo(new Turn.Waiting(3));
        assertThat(turn(tickets.get(4), START.plusSeconds(2))).isEqualTo(new Turn.Waiting(1));
        assertThat(turn(tickets.get(4), START.plusSeconds(3))).isInstanceOf(Turn.Now.class);
    }

    @Test
    void aTurnThatWasNotUsedInTimeIsOver() {
        var ticket = take("player-1", START);
        turnstile.serving(RATE, START.plusSeconds(1));

        assertThat(knock(ticket, "a", START.plusSeconds(60))).isEqualTo(Knock.OVER);
    }

    @Test
    void whoAsksAgainStandsWhereTheyStoodUntilTheirTurnWasUsedOrIsOver() {
        var ticket = take("player-1", START);
        var other = take("player-2", START);

        assertThat(take("player-1", START.plusSeconds(2))).isEqualTo(ticket);
        assertThat(knock(ticket, "a", START.plusSeconds(3))).isEqualTo(Knock.IN);
        assertThat(take("player-1", START.plusSeconds(4)).number()).isEqualTo(3);
        assertThat(take("player-2", START.plusSeconds(4))).isEqualTo(other);
        assertThat(take("player-2", START.plusSeconds(60)).number())
                .as("its turn is over")
                .isEqualTo(4);
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
        assertThat(walkIns(AUTOMATIC, now.plusSeconds(1), 5))
                .as("one place was waited for")
                .isEqualTo(1);
        assertThat(walkIns(AUTOMATIC, now.plusSeconds(2), 5))
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
            in += turnstile.walkIn(admission, at) == Knock.IN ? 1 : 0;
        }
        return in;
    }

    private int in(List<Ticket> tickets, Instant at) {
        int in = 0;
        for (var ticket : tickets) {
            in += knock(ticket, ticket.holder() + at, at) == Knock.IN ? 1 : 0;
        }
        return in;
    }

    private Knock knock(Ticket ticket, String by, Instant at) {
        return turnstile.knock(ticket, by, RATE, at);
    }

    private Ticket take(String holder, Instant at) {
        return turnstile.take(Lane.STANDARD, holder, Optional.of(RATE), at);
    }

    private Turn turn(Ticket ticket, Instant at) {
        return turnstile.turn(ticket, turnstile.serving(RATE, at));
    }

    private int served(List<Ticket> tickets, Instant at) {
        var serving = turnstile.serving(RATE, at);
        return (int) tickets.stream().filter(serving::isServed).count();
    }
}
