package com.lifeverse.liveops.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.liveops.compensation.Reconciliation.Complete;
import com.lifeverse.liveops.compensation.Reconciliation.Incomplete;
import com.lifeverse.liveops.compensation.Reconciliation.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many grants as lines, item by item. */
@Tag("rules")
final class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-12-06T09:00:00Z");
    private static final Compensation PLAN = Compensation.of(
            CompensationReviewTest.plan(
                    "sorry",
                    new Line("ply_a", "coins", 50),
                    new Line("ply_b", "coins", 100),
                    new Line("ply_c", "lantern", 1)),
            "ann",
            NOW,
            new CompensationPolicy(10, 1000, 500, Duration.ofDays(3)));

    @Test
    void itIsCompleteWhenEachLineIsDoneOnceInWhateverOrder() {
        var parts =
                List.of(part(3, 1, 0, Map.of("lantern", 1L), Map.of()), part(1, 2, 0, Map.of("coins", 150L), Map.of()));
        assertThat(Reconciliation.of(PLAN, parts))
                .isEqualTo(new Complete(new Made(3, 0, new TreeMap<>(Map.of("coins", 150L, "lantern", 1L)))));
    }

    @Test
    void whoWasErasedIsCountedAndNotMissed() {
        var parts = List.of(
                part(1, 2, 1, Map.of("coins", 50L), Map.of("coins", 100L)),
                part(3, 1, 0, Map.of("lantern", 1L), Map.of()));
        assertThat(Reconciliation.of(PLAN, parts))
                .isEqualTo(new Complete(new Made(2, 1, new TreeMap<>(Map.of("coins", 50L, "lantern", 1L)))));
    }

    @Test
    void itIsShortAsLongAsALineIsMissing() {
        assertThat(Reconciliation.of(PLAN, List.of())).isEqualTo(new Incomplete("0 of 3 lines are done"));
        assertThat(Reconciliation.of(PLAN, List.of(part(1, 2, 0, Map.of("coins", 150L), Map.of()))))
                .isEqualTo(new Incomplete("2 of 3 lines are done"));
        assertThat(Reconciliation.of(PLAN, List.of(part(3, 1, 0, Map.of("lantern", 1L), Map.of()))))
                .isEqualTo(new Incomplete("Line 1 is not done, or done in two parts"));
    }

    @Test
    void aLineInTwoPartsIsNotTakenForTwo() {
        var parts =
                List.of(part(1, 2, 0, Map.of("coins", 150L), Map.of()), part(2, 1, 0, Map.of("lantern", 1L), Map.of()));
        assertThat(Reconciliation.of(PLAN, parts))
                .isEqualTo(new Incomplete("Line 2 is not done, or done in two parts"));
    }

    @Test
    void anotherAmountThanPlannedIsNoticed() {
        var parts = List.of(part(1, 3, 0, Map.of("coins", 151L, "lantern", 1L), Map.of()));
        assertThat(Reconciliation.of(PLAN, parts)).isInstanceOf(Incomplete.class);
    }

    private static Part part(int first, int lines, int skipped, Map<String, Long> granted, Map<String, Long> passed) {
        return new Part(first, lines, skipped, new TreeMap<>(granted), new TreeMap<>(passed), NOW, NOW.plusSeconds(1));
    }
}
