package com.lifeverse.liveops.desk;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.desk.Definition.State;
import com.lifeverse.liveops.desk.LogEntry.Action;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.liveops.review.ReviewPolicy;
import com.lifeverse.liveops.support.Drafts;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ReviewRulesTest {
    private static final ReviewPolicy POLICY =
            new ReviewPolicy(Duration.ofDays(3), Duration.ofDays(1), Duration.ofHours(12));
    private static final Instant LATE = NOW.plus(Duration.ofDays(3));

    private final Definition draft = saved(Definition.none("feast"));
    private final Definition asked = after(ask(draft, 1));

    @Test
    void aRevisionIsInReviewUntilSomebodyAnswers() {
        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(asked.state()).isEqualTo(State.IN_REVIEW);
        assertThat(asked.review().orElseThrow().id()).isEqualTo("feast-2");

        var approved = after(DeskRules.approve(asked, 1, "bea", NOW));
        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(approved.review().orElseThrow().state()).isEqualTo(Review.State.APPROVED);
        assertThat(approved.review().orElseThrow().by()).isEqualTo("bea");
        var rejected = after(ReviewRules.reject(asked, 1, "bea", "It flashes.", NOW));
        assertThat(rejected.state()).isEqualTo(State.DRAFT);
        assertThat(rejected.review().orElseThrow().reason()).isEqualTo("It flashes.");
    }

    @Test
    void anAuthorAnswersTheirOwnQuestionNeitherWay() {
        assertThat(DeskRules.approve(asked, 1, "ann", NOW)).isEqualTo(new Ruling.OwnWork());
        assertThat(ReviewRules.reject(asked, 1, "ann", "No.", NOW)).isEqualTo(new Ruling.OwnWork());
    }

    @Test
    void anAuthorStaysOneHoweverTheirNameIsWritten() {
        assertThat(DeskRules.approve(asked, 1, "Ann", NOW)).isEqualTo(new Ruling.OwnWork());
        assertThat(ReviewRules.reject(asked, 1, "ANN", "No.", NOW)).isEqualTo(new Ruling.OwnWork());
    }

    @Test
    void whatIsAskedOrAnsweredAgainIsAsOnce() {
        assertThat(ask(asked, 1)).isEqualTo(new Ruling.Nothing(asked));
        var rejected = after(ReviewRules.reject(asked, 1, "bea", "It flashes.", NOW));
        assertThat(ReviewRules.reject(rejected, 1, "bea", "It flashes.", NOW)).isEqualTo(new Ruling.Nothing(rejected));
        var over = new Ruling.ReviewOver(rejected.review().orElseThrow());
        assertThat(ReviewRules.reject(rejected, 1, "bea", "It is too loud.", NOW))
                .isEqualTo(over);
        assertThat(ReviewRules.reject(rejected, 1, "cid", "It flashes.", NOW)).isEqualTo(over);
        var recalled = after(ReviewRules.recall(asked, "ann", NOW));
        assertThat(ReviewRules.recall(recalled, "ann", NOW)).isEqualTo(new Ruling.Nothing(recalled));
        var approved = after(DeskRules.approve(asked, 1, "bea", NOW));
        assertThat(DeskRules.approve(approved, 1, "cid", NOW)).isEqualTo(new Ruling.Nothing(approved));
        assertThat(ask(approved, 1)).isEqualTo(new Ruling.Nothing(approved));
    }

    @Test
    void theFirstAnswerCountsAndTheOtherIsToldWhichItWas() {
        var rejected = after(ReviewRules.reject(asked, 1, "bea", "It flashes.", NOW));
        var approved = after(DeskRules.approve(asked, 1, "bea", NOW));

        assertThat(DeskRules.approve(rejected, 1, "cid", NOW))
                .isEqualTo(new Ruling.ReviewOver(rejected.review().orElseThrow()));
        assertThat(ReviewRules.reject(approved, 1, "cid", "No.", NOW))
                .isEqualTo(new Ruling.ReviewOver(approved.review().orElseThrow()));
        assertThat(ReviewRules.recall(approved, "ann", NOW))
                .isEqualTo(new Ruling.ReviewOver(approved.review().orElseThrow()));
    }

    @Test
    void anAnswerThatComesWhenItHasLapsedIsRefusedAlsoBeforeAnybodyHasWrittenThatItHas() {
        assertThat(DeskRules.approve(asked, 1, "bea", LATE)).isInstanceOf(Ruling.ReviewOver.class);
        assertThat(ReviewRules.reject(asked, 1, "bea", "No.", LATE)).isInstanceOf(Ruling.ReviewOver.class);
        assertThat(DeskRules.approve(asked, 1, "bea", LATE.minusMillis(1))).isInstanceOf(Ruling.Done.class);

        var lapsed = after(ReviewRules.lapse(asked, "feast-2", LATE));
        assertThat(DeskRules.approve(lapsed, 1, "bea", LATE)).isInstanceOf(Ruling.ReviewOver.class);
        var again = after(ReviewRules.ask(lapsed, Review.asked(ReviewRules.name(lapsed), 1, "ann", "", LATE, POLICY)));
        assertThat(DeskRules.approve(again, 1, "bea", LATE)).isInstanceOf(Ruling.Done.class);
    }

    @Test
    void itLapsesInItsTimeAndOnlyItself() {
        assertThat(ReviewRules.lapse(asked, "feast-2", LATE.minusMillis(1))).isEqualTo(new Ruling.Nothing(asked));
        assertThat(ReviewRules.lapse(asked, "feast-1", LATE)).isEqualTo(new Ruling.Nothing(asked));
        assertThat(ReviewRules.lapse(asked, "feast-2", LATE)).isInstanceOfSatisfying(Ruling.Done.class, done -> {
            assertThat(done.change().entry().action()).isEqualTo(Action.LAPSED);
            assertThat(done.change().entry().who()).isEqualTo(ReviewRules.NOBODY);
        });
    }

    @Test
    void aLaterRevisionEndsTheQuestionAboutTheOneBefore() {
        var two = saved(asked);

        assertThat(two.review().orElseThrow().state()).isEqualTo(Review.State.SUPERSEDED);
        assertThat(two.state()).isEqualTo(State.DRAFT);
        assertThat(ask(two, 1)).isEqualTo(new Ruling.NotLatest(2));
        assertThat(DeskRules.approve(two, 2, "bea", NOW))
                .as("which nobody asks about")
                .isInstanceOf(Ruling.Done.class);
    }

    @Test
    void whereNobodyAsksThereIsNothingToRejectAndNothingToTakeBack() {
        assertThat(ReviewRules.reject(draft, 1, "bea", "No.", NOW)).isEqualTo(new Ruling.Unknown());
        assertThat(ReviewRules.recall(draft, "ann", NOW)).isEqualTo(new Ruling.Unknown());
        assertThat(ask(draft, 2)).isEqualTo(new Ruling.Unknown());
    }

    private static Ruling ask(Definition known, int revision) {
        return ReviewRules.ask(known, Review.asked(ReviewRules.name(known), revision, "ann", "Look.", NOW, POLICY));
    }

    private static Definition saved(Definition known) {
        return after(DeskRules.save(known, Map.of(), known.version(), Drafts.feast("2027-03-01T18:00", "ann")));
    }

    private static Definition after(Ruling ruling) {
        assertThat(ruling).isInstanceOf(Ruling.Done.class);
        return ((Ruling.Done) ruling).change().after();
    }
}
