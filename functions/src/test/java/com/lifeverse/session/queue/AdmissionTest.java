package com.lifeverse.session.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.gate.Gates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose turn comes when. */
@Tag("rules")
final class AdmissionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final QueuePolicy POLICY = Standard.of(QueuePolicy.class);
    private static final Gates.Admission NINE = Gates.Admission.queueing(9);

    private final Turnstile turnstile = new Turnstile(new InMemoryLoginQueue(), Optional::empty, POLICY);
    private int players;

    @Test
    void noLaneStarvesWhileTheOtherIsNeverEmpty() {
        for (int perSecond = 1; perSecond <= 4; perSecond++) {
            var rate = Gates.Admission.queueing(perSecond);
            var queue = new Turnstile(new InMemoryLoginQueue(), Optional::empty, POLICY);
            queue.serving(rate, START);
            var patient = queue.take(Lane.STANDARD, "patient", Optional.of(rate), START);
            long served = 0;
            for (long second = 1; second <= 10 && served == 0; second++) {
                var now = START.plusSeconds(second);
                for (int i = 0; i < 3 * perSecond; i++) {
                    queue.take(Lane.RECONNECTING, "back-" + second + "-" + i, Optional.of(rate), now);
                    queue.take(Lane.VIP, "vip-" + second + "-" + i, Optional.of(rate), now);
                }
                served = queue.serving(rate, now).isServed(patient) ? second : 0;
            }

            assertThat(served).as("rate %d", perSecond).isBetween(1L, 3L);
        }
    }

    @Test
    void whatOneLaneDoesNotUseTheOtherGets() {
        turnstile.serving(NINE, START);
        var all = take(9, START);

        assertThat(all).allMatch(turnstile.serving(NINE, START.plusSeconds(1))::isServed);
    }

    @Test
    void aTurnIsOverWithTheSpanAfterTheOneItCameIn() {
        turnstile.serving(NINE, START);
        var early = take(1, START).getFirst();
        turnstile.serving(NINE, START.plusSeconds(1));
        var late = take(1, START.plusSeconds(27)).getFirst();
        turnstile.serving(NINE, START.plusSeconds(28));

        assertThat(turn(late, 28)).isEqualTo(new Turn.Now(START.plusSeconds(59)));
        assertThat(turn(early, 58)).isEqualTo(new Turn.Now(START.plusSeconds(59)));
        assertThat(turn(early, 59)).isEqualTo(new Turn.Over());
        assertThat(turn(late, 59)).isEqualTo(new Turn.Over());
    }

    @Test
    void aTurnThatComesAtTheBeginningOfASpanIsGoodForTwo() {
        turnstile.serving(NINE, START);
        var ticket = take(1, START.plusSeconds(28)).getFirst();

        assertThat(turn(ticket, 29)).isEqualTo(new Turn.Now(START.plusSeconds(89)));
        assertThat(turn(ticket, 60)).isEqualTo(new Turn.Now(START.plusSeconds(89)));
        assertThat(turn(ticket, 89)).isEqualTo(new Turn.Over());
    }

    @Test
    void whenNobodyLooksForAnHourNobodyWaitsAnyMore() {
        turnstile.serving(NINE, START);
        var ticket = take(1, START).getFirst();

        assertThat(turn(ticket, 3601)).isEqualTo(new Turn.Over());
        var next = turnstile.take(Lane.STANDARD, "player-1", Optional.of(NINE), START.plusSeconds(3601));
        assertThat(next.number()).isEqualTo(2);
        assertThat(turn(next, 3602)).isInstanceOf(Turn.Now.class);
    }

    @Test
    void aTicketIsReadAsItWasWritten() {
        var ticket = new Ticket(Lane.RECONNECTING, 17, "holder");

        assertThat(Ticket.of(ticket.text())).contains(ticket);
        assertThat(Ticket.of("r|1")).isEmpty();
        assertThat(Ticket.of("r|one|holder")).isEmpty();
    }

    private Turn turn(Ticket ticket, long second) {
        return turnstile.turn(ticket, turnstile.serving(NINE, START.plusSeconds(second)));
    }

    private List<Ticket> take(int many, Instant at) {
        var tickets = new ArrayList<Ticket>();
        for (int i = 0; i < many; i++) {
            tickets.add(turnstile.take(Lane.STANDARD, "player-" + ++players, Optional.of(NINE), at));
        }
        return tickets;
    }
}
