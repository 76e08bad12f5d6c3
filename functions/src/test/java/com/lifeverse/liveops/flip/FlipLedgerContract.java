package com.lifeverse.liveops.flip;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Phase;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger of flips must do. */
public abstract class FlipLedgerContract {
    private static final LocalDateTime MONDAY = LocalDateTime.parse("2027-03-01T18:00");
    private static final Instant SIX = Instant.parse("2027-03-01T18:00:00Z");

    private static FlipLine line(LocalDateTime occurrence, Phase phase, Instant at) {
        return new FlipLine(new Flip(occurrence, phase, at), 2, at, at.plusSeconds(21));
    }

    /** A ledger without a line. */
    protected abstract FlipLedger ledger();

    @Test
    void whatIsWrittenIsReadAsItWas() {
        var ledger = ledger();
        var begun = line(MONDAY, Phase.ACTIVE, SIX);
        var over = line(MONDAY, Phase.CONCLUDED, SIX.plusSeconds(60));
        var next = line(MONDAY.plusDays(1), Phase.ACTIVE, SIX.plusSeconds(86_400));

        assertThat(ledger.write(new FlipState("feast", 2, SIX, 1), List.of(begun, over, next), List.of()))
                .isTrue();

        assertThat(ledger.states()).containsExactly(new FlipState("feast", 2, SIX, 1));
        assertThat(ledger.latest("feast", 2)).containsExactly(next, over);
        assertThat(ledger.latest("fest", 2)).isEmpty();
        assertThat(ledger.told("feast", MONDAY.plusDays(1)))
                .containsExactly(next.flip().key());
        assertThat(ledger.told("feast", MONDAY)).hasSize(3);
    }

    @Test
    void whoeverIsSecondWritesNothing() {
        var ledger = ledger();
        ledger.write(new FlipState("feast", 2, SIX, 1), List.of(line(MONDAY, Phase.ACTIVE, SIX)), List.of());

        assertThat(ledger.write(new FlipState("feast", 3, SIX, 1), List.of(line(MONDAY, Phase.REVIEW, SIX)), List.of()))
                .isFalse();
        assertThat(ledger.write(new FlipState("feast", 3, SIX, 2), List.of(line(MONDAY, Phase.ACTIVE, SIX)), List.of()))
                .isFalse();
        assertThat(ledger.states()).containsExactly(new FlipState("feast", 2, SIX, 1));
        assertThat(ledger.told("feast", MONDAY)).hasSize(1);
    }
}
