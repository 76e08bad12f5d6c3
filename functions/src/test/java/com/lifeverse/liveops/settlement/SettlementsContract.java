package com.lifeverse.liveops.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every ledger of settlements must do. */
public abstract class SettlementsContract {
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-03-05T18:00");
    private static final Instant NOW = Instant.parse("2027-03-07T18:00:00Z");
    private static final Settlement BEGUN = Settlement.begun("feast", FRIDAY, "feast-1", "event-run", 3, NOW);
    private static final Tally FOUND = new Tally(500, 650, 350, 260);
    private static final Tally NOBODY = new Tally(500, 650, 650, 0);

    /** A ledger without a line. */
    protected abstract Settlements ledger();

    /** Whether something was told by what was written last. */
    protected abstract boolean told(String event, LocalDateTime occurrence, String id);

    private static Envelope news() {
        return SettlementEvents.settled(new UUID(1, 2), "feast", FRIDAY, "feast-1", NOBODY, NOW);
    }

    private static Progress.Part part(int round, String file) {
        return new Progress.Part(round, file, 250, NOW, NOW.plusSeconds(2));
    }

    @Test
    void whatIsEnteredTwiceIsThereOnceAsItWasFirst() {
        var ledger = ledger();
        ledger.open(BEGUN);
        ledger.open(Settlement.begun("feast", FRIDAY, "feast-1", "sam", 4, NOW.plusSeconds(60)));
        assertThat(ledger.find("feast", FRIDAY, "feast-1")).contains(BEGUN);
        assertThat(ledger.find("feast", FRIDAY, "feast-2")).isEmpty();
    }

    @Test
    void roundsAreKeptAndTheLastCountsCount() {
        var ledger = ledger();
        ledger.open(BEGUN);
        ledger.note("feast", FRIDAY, "feast-1", 1, FOUND);
        ledger.note("feast", FRIDAY, "feast-1", 2, new Tally(500, 650, 640, 9));
        ledger.note("feast", FRIDAY, "feast-1", 2, new Tally(500, 650, 640, 9));
        var found = ledger.find("feast", FRIDAY, "feast-1").orElseThrow();
        assertThat(found.rounds()).isEqualTo(Map.of(1, 260L, 2, 9L));
        assertThat(found.found()).isEqualTo(new Tally(500, 650, 640, 9));
        assertThat(found.round()).isEqualTo(2);
    }

    @Test
    void aFileThatIsDoneTwiceIsOne() {
        var ledger = ledger();
        ledger.done("feast-1", part(1, "00-00001.jsonl"));
        ledger.done("feast-1", part(1, "00-00001.jsonl"));
        ledger.done("feast-1", part(2, "00-00001.jsonl"));
        assertThat(ledger.parts("feast-1"))
                .containsExactlyInAnyOrder(part(1, "00-00001.jsonl"), part(2, "00-00001.jsonl"));
        assertThat(ledger.parts("feast-2")).isEmpty();
    }

    @Test
    void itIsClosedAndToldOnce() {
        var ledger = ledger();
        ledger.open(BEGUN);
        assertThat(told("feast", FRIDAY, "feast-1")).isFalse();
        ledger.close("feast", FRIDAY, "feast-1", NOBODY, NOW.plusSeconds(9), news());
        assertThat(told("feast", FRIDAY, "feast-1")).isTrue();
        ledger.close("feast", FRIDAY, "feast-1", NOBODY, NOW.plusSeconds(99), news());
        var found = ledger.find("feast", FRIDAY, "feast-1").orElseThrow();
        assertThat(found.closedAt()).isEqualTo(Optional.of(NOW.plusSeconds(9)));
        assertThat(found.found()).isEqualTo(NOBODY);
    }

    @Test
    void theLatestOccurrencesComeFirst() {
        var ledger = ledger();
        ledger.open(BEGUN);
        ledger.open(Settlement.begun("feast", FRIDAY.plusDays(7), "feast-2", "event-run", 3, NOW));
        ledger.open(Settlement.begun("other", FRIDAY.plusDays(9), "other-1", "event-run", 3, NOW));
        assertThat(ledger.latest("feast", 20)).extracting(Settlement::id).isEqualTo(List.of("feast-2", "feast-1"));
        assertThat(ledger.latest("feast", 1)).hasSize(1);
    }
}
