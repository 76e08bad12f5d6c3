package com.lifeverse.liveops.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.liveops.compensation.Compensation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two people, one digest, once. */
@Tag("rules")
final class CompensationReviewTest {
    private static final Instant NOW = Instant.parse("2026-12-06T09:00:00Z");
    private static final CompensationPolicy POLICY = new CompensationPolicy(10, 1000, 500, Duration.ofDays(3));
    private static final Submission PLAN =
            plan("sorry", new Line("ply_b", "coins", 150), new Line("ply_a", "coins", 50));
    private static final String DIGEST = PLAN.digest();
    private static final Compensation SUBMITTED = Compensation.of(PLAN, "ann", NOW, POLICY);

    @Test
    void thePlanIsKeptAsItWasHandedIn() {
        assertThat(CompensationReview.submit(Optional.empty(), PLAN, "ann", NOW, POLICY))
                .isEqualTo(new Verdict.Done(SUBMITTED));
        assertThat(SUBMITTED.players()).isEqualTo(2);
        assertThat(SUBMITTED.totals()).containsExactly(Map.entry("coins", 200L));
        assertThat(SUBMITTED.largest()).isEqualTo(150);
        assertThat(SUBMITTED.state(NOW)).isEqualTo(State.SUBMITTED);
        assertThat(SUBMITTED.lapsesAt()).isEqualTo(NOW.plus(POLICY.open()));
    }

    @Test
    void theSameAgainIsTheSameAndAnotherUnderItsNameIsRefused() {
        var again = plan("sorry", new Line("ply_a", "coins", 50), new Line("ply_b", "coins", 150));
        assertThat(CompensationReview.submit(Optional.of(SUBMITTED), again, "bea", NOW, POLICY))
                .as("in whatever order its lines are")
                .isEqualTo(new Verdict.Nothing(SUBMITTED));
        for (var other : List.of(
                plan("sorry", new Line("ply_a", "coins", 51), new Line("ply_b", "coins", 150)),
                plan("sorry", new Line("ply_a", "lantern", 50), new Line("ply_b", "coins", 150)),
                plan("sorry", new Line("ply_c", "coins", 50), new Line("ply_b", "coins", 150)),
                plan("sorry", new Line("ply_a", "coins", 50)),
                plan("thanks", new Line("ply_a", "coins", 50), new Line("ply_b", "coins", 150)))) {
            assertThat(CompensationReview.submit(Optional.of(SUBMITTED), other, "ann", NOW, POLICY))
                    .isEqualTo(new Verdict.Another(SUBMITTED));
        }
    }

    @Test
    void aSecondPersonAgreesOnce() {
        var approved = approved();
        assertThat(approved.state(NOW)).isEqualTo(State.APPROVED);
        assertThat(approved.cause()).contains("evt_1");
        assertThat(approved.history()).extracting(Compensation.Entry::who).containsExactly("ann", "bea");
        assertThat(CompensationReview.approve(Optional.of(approved), DIGEST, "cid", NOW, "evt_2"))
                .isEqualTo(new Verdict.Nothing(approved));
    }

    @Test
    void whoHandedItInDoesNotDecideAboutIt() {
        assertThat(CompensationReview.approve(Optional.of(SUBMITTED), DIGEST, "ann", NOW, "evt_1"))
                .isEqualTo(new Verdict.OwnWork());
        assertThat(CompensationReview.reject(Optional.of(SUBMITTED), DIGEST, "ann", NOW, "No."))
                .isEqualTo(new Verdict.OwnWork());
    }

    @Test
    void whatIsApprovedIsWhatWasLookedAt() {
        var other = plan("sorry", new Line("ply_a", "coins", 500)).digest();
        assertThat(CompensationReview.approve(Optional.of(SUBMITTED), other, "bea", NOW, "evt_1"))
                .isEqualTo(new Verdict.Another(SUBMITTED));
        assertThat(CompensationReview.approve(Optional.empty(), DIGEST, "bea", NOW, "evt_1"))
                .isEqualTo(new Verdict.Unknown());
    }

    @Test
    void onlyItsAuthorTakesItBackAndOnlyBeforeSomebodyHasDecided() {
        assertThat(CompensationReview.recall(Optional.of(SUBMITTED), "bea", NOW))
                .isEqualTo(new Verdict.OthersWork());
        var recalled = done(CompensationReview.recall(Optional.of(SUBMITTED), "ann", NOW));
        assertThat(recalled.state(NOW)).isEqualTo(State.RECALLED);
        assertThat(CompensationReview.recall(Optional.of(recalled), "ann", NOW))
                .isEqualTo(new Verdict.Nothing(recalled));
        assertThat(CompensationReview.approve(Optional.of(recalled), DIGEST, "bea", NOW, "evt_1"))
                .isEqualTo(new Verdict.Decided(recalled));
        assertThat(CompensationReview.recall(Optional.of(approved()), "ann", NOW))
                .isEqualTo(new Verdict.Decided(approved()));
    }

    @Test
    void whatIsRejectedStaysSo() {
        var rejected = done(CompensationReview.reject(Optional.of(SUBMITTED), DIGEST, "bea", NOW, "Too much."));
        assertThat(rejected.history().getLast().note()).isEqualTo("Too much.");
        assertThat(CompensationReview.reject(Optional.of(rejected), DIGEST, "cid", NOW, "No."))
                .isEqualTo(new Verdict.Nothing(rejected));
        assertThat(CompensationReview.approve(Optional.of(rejected), DIGEST, "cid", NOW, "evt_1"))
                .isEqualTo(new Verdict.Decided(rejected));
        assertThat(CompensationReview.reject(Optional.of(approved()), DIGEST, "cid", NOW, "No."))
                .isEqualTo(new Verdict.Decided(approved()));
    }

    @Test
    void whatNobodyDecidesAboutLapses() {
        var late = SUBMITTED.lapsesAt();
        assertThat(SUBMITTED.state(late.minusMillis(1))).isEqualTo(State.SUBMITTED);
        assertThat(SUBMITTED.state(late)).isEqualTo(State.LAPSED);
        assertThat(CompensationReview.approve(Optional.of(SUBMITTED), DIGEST, "bea", late, "evt_1"))
                .isEqualTo(new Verdict.Decided(SUBMITTED));
        assertThat(CompensationReview.recall(Optional.of(SUBMITTED), "ann", late))
                .isEqualTo(new Verdict.Decided(SUBMITTED));
        assertThat(approved().state(late))
                .as("what was approved does not lapse")
                .isEqualTo(State.APPROVED);
    }

    @Test
    void onlyWhatWasApprovedIsMadeAndOnce() {
        var made = new Made(2, 0, new TreeMap<>(PLAN.totals()));
        var closed = done(CompensationReview.close(approved(), made, NOW));
        assertThat(closed.made()).contains(made);
        assertThat(closed.state(NOW)).isEqualTo(State.MADE);
        assertThat(CompensationReview.close(closed, made, NOW)).isEqualTo(new Verdict.Nothing(closed));
        assertThat(CompensationReview.close(SUBMITTED, made, NOW)).isEqualTo(new Verdict.Decided(SUBMITTED));
        assertThat(CompensationReview.approve(Optional.of(closed), DIGEST, "bea", NOW, "evt_2"))
                .isEqualTo(new Verdict.Nothing(closed));
    }

    static Submission plan(String message, Line... lines) {
        return new Submission("outage-17", "Servers were away.", "INC-17", Optional.of(message), List.of(lines));
    }

    private static Compensation approved() {
        return done(CompensationReview.approve(Optional.of(SUBMITTED), DIGEST, "bea", NOW, "evt_1"));
    }

    private static Compensation done(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Done.class);
        return ((Verdict.Done) verdict).after();
    }
}
