package com.lifeverse.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.session.gate.Gates;
import com.lifeverse.session.queue.Knock;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.QueuePolicy;
import com.lifeverse.session.queue.Ticket;
import com.lifeverse.session.queue.Turnstile;
import com.lifeverse.session.queue.aws.DynamoLoginQueue;
import com.lifeverse.session.support.MeteredDynamo;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the queue costs in request units: as much with thousands before one as with nobody. */
@Tag("adapters")
final class QueueCostsTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final Gates.Admission GATE = new Gates.Admission(2, true, Optional.empty());
    private static final int CROWD = 2_000;

    private final MeteredDynamo meter = new MeteredDynamo(Engine.empty().client());
    private final Turnstile turnstile =
            new Turnstile(new DynamoLoginQueue(meter, "players"), Optional::empty, Standard.of(QueuePolicy.class));

    @Test
    void whoLooksWithAHeldTicketCostsOneReadHoweverManyWaitAndForHowLong() {
        turnstile.serving(GATE, START);
        var last = take(0, START);
        for (int i = 1; i < CROWD; i++) {
            last = take(i, START.plusSeconds(i / 4));
        }
        var now = START.plusSeconds(CROWD / 4);
        turnstile.serving(GATE, now);
        meter.reset();
        turnstile.turn(last, turnstile.serving(GATE, now));

        assertThat(meter.readUnits()).isEqualTo(1);
        assertThat(meter.calls()).isEqualTo(1);
    }

    @Test
    void theFirstWhoLooksInASecondMovesTheQueueForFourReadsAndOneWrite() {
        turnstile.serving(GATE, START);
        for (var lane : Lane.values()) {
            turnstile.take(lane, "player-" + lane, Optional.of(GATE), START);
        }
        meter.reset();
        turnstile.serving(GATE, START.plusSeconds(1));

        assertThat(meter.readUnits()).isEqualTo(4);
        assertThat(meter.writeUnits()).isEqualTo(1);
    }

    @Test
    void aTicketIsTakenForTwoWritesAndComesInForTwoMore() {
        turnstile.serving(GATE, START);
        meter.reset();
        var ticket = take(1, START);
        assertThat(meter.writeUnits()).isEqualTo(2);

        turnstile.serving(GATE, START.plusSeconds(1));
        meter.reset();
        assertThat(turnstile.knock(ticket, "a", GATE, START.plusSeconds(1))).isEqualTo(Knock.IN);
        assertThat(meter.writeUnits()).isEqualTo(2);
        assertThat(meter.readUnits()).isEqualTo(1);
    }

    @Test
    void whoComesWithoutATicketCostsOneWrite() {
        turnstile.serving(GATE, START);
        turnstile.serving(GATE, START.plusSeconds(1));
        meter.reset();
        assertThat(turnstile.walkIn(GATE, START.plusSeconds(1))).isEqualTo(Knock.IN);

        assertThat(meter.writeUnits()).isEqualTo(1);
        assertThat(meter.calls()).isEqualTo(1);
    }

    private Ticket take(int player, Instant at) {
        return turnstile.take(Lane.STANDARD, "player-" + player, Optional.of(GATE), at);
    }
}
