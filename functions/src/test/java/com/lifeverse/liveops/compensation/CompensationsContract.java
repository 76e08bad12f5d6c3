package com.lifeverse.liveops.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.liveops.compensation.Reconciliation.Part;
import com.lifeverse.platform.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every ledger of compensations must do. */
public abstract class CompensationsContract {
    private static final Instant NOW = Instant.parse("2026-12-06T09:00:00Z");
    private static final CompensationPolicy POLICY = new CompensationPolicy(10, 1000, 500, Duration.ofDays(3));

    /** A ledger without a line. */
    protected abstract Compensations ledger();

    /** Whether something was told by what was written last. */
    protected abstract boolean told(String id);

    @Test
    void whatIsWrittenIsFoundAsItIs() {
        var ledger = ledger();
        var submitted = submitted("outage-17", NOW);
        assertThat(ledger.find("outage-17")).isEmpty();
        assertThat(ledger.write(submitted, Optional.empty())).isTrue();
        assertThat(ledger.find("outage-17")).contains(submitted);
        assertThat(told("outage-17")).isFalse();

        var approved = approved(submitted);
        assertThat(ledger.write(approved, Optional.of(CompensationEvents.approved(approved, NOW))))
                .isTrue();
        assertThat(ledger.find("outage-17")).contains(approved);
        assertThat(told("outage-17")).isTrue();

        var made = new Made(1, 1, new TreeMap<>(Map.of("coins", 50L)));
        var closed = ((Verdict.Done) CompensationReview.close(approved, made, NOW)).after();
        assertThat(ledger.write(closed, Optional.of(news(closed, made)))).isTrue();
        assertThat(ledger.find("outage-17")).contains(closed);
    }

    @Test
    void whoeverIsOvertakenWritesNothing() {
        var ledger = ledger();
        var submitted = submitted("outage-17", NOW);
        ledger.write(submitted, Optional.empty());
        assertThat(ledger.write(submitted, Optional.empty())).isFalse();
        var rejected = ((Verdict.Done)
                        CompensationReview.reject(Optional.of(submitted), submitted.digest(), "cid", NOW, "No."))
                .after();
        assertThat(ledger.write(rejected, Optional.empty())).isTrue();
        var approved = approved(submitted);
        assertThat(ledger.write(approved, Optional.of(CompensationEvents.approved(approved, NOW))))
                .isFalse();
        assertThat(ledger.find("outage-17")).contains(rejected);
        assertThat(told("outage-17")).isFalse();
    }

    @Test
    void theLatestComeFirst() {
        var ledger = ledger();
        ledger.write(submitted("b", NOW), Optional.empty());
        ledger.write(submitted("a", NOW.plusSeconds(1)), Optional.empty());
        ledger.write(submitted("c", NOW.minusSeconds(1)), Optional.empty());
        assertThat(ledger.latest(2)).extracting(Compensation::id).containsExactly("a", "b");
    }

    @Test
    void aPartThatIsDoneTwiceIsOne() {
        var ledger = ledger();
        var part = part(1, 0);
        ledger.done("outage-17", part(101, 0));
        ledger.done("outage-17", part(1, 3));
        ledger.done("outage-17", part);
        ledger.done("outage-18", part);
        assertThat(ledger.parts("outage-17")).containsExactlyInAnyOrder(part, part(101, 0));
    }

    private static Part part(int first, int skipped) {
        return new Part(
                first,
                100,
                skipped,
                new TreeMap<>(Map.of("coins", 5000L, "dragon-kite", 1L)),
                new TreeMap<>(),
                NOW,
                NOW.plusSeconds(2));
    }

    private static Compensation submitted(String id, Instant at) {
        var lines = List.of(new Line("ply_a", "coins", 50), new Line("ply_b", "coins", 50));
        return Compensation.of(
                new Submission(id, "Servers were away.", "INC-17", Optional.of("sorry"), lines), "ann", at, POLICY);
    }

    private static Compensation approved(Compensation submitted) {
        var verdict = CompensationReview.approve(
                Optional.of(submitted), submitted.digest(), "bea", NOW, "evt_" + new UUID(1, 2));
        return ((Verdict.Done) verdict).after();
    }

    private static Envelope news(Compensation closed, Made made) {
        return CompensationEvents.made(new UUID(1, 3), closed, made, NOW);
    }
}
