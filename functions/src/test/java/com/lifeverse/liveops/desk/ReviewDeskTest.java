package com.lifeverse.liveops.desk;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.liveops.desk.EventDesk.Outcome;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.liveops.review.ReviewPolicy;
import com.lifeverse.liveops.support.Drafts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ReviewDeskTest {
    private static final ReviewPolicy POLICY =
            new ReviewPolicy(Duration.ofDays(3), Duration.ofDays(1), Duration.ofHours(12));

    private final RememberedDefinitions definitions = new RememberedDefinitions();
    private final EventDesk desk = new EventDesk(definitions, () -> new UUID(0x7000, 0x8000_0000_0000_0000L));
    private final List<String> runs = new ArrayList<>();
    private boolean down;

    @BeforeEach
    void aDraftIsSaved() {
        desk.save(0, Drafts.feast("2027-03-01T18:00", "ann"));
    }

    @Test
    void aQuestionThatIsWrittenHasARunWhereverItsCallerEnds() {
        down = true;
        assertThatThrownBy(this::ask).isInstanceOf(IllegalStateException.class);
        assertThat(definitions.find("feast").orElseThrow().review())
                .as("nothing is written where no run could begin")
                .isEmpty();
        down = false;
        assertThat(ask()).isInstanceOf(Outcome.So.class);
        assertThat(runs).containsExactly("start feast-2");
        ask();
        assertThat(runs).as("the same again").containsExactly("start feast-2", "start feast-2");
    }

    @Test
    void noRunBeginsWhereThereIsNothingToAsk() {
        assertThat(reviews().ask("feast", 7, "ann", "", NOW)).isInstanceOf(Outcome.Not.class);
        desk.approve("feast", 1, "bea", NOW);
        assertThat(ask()).isInstanceOf(Outcome.So.class);
        assertThat(runs).isEmpty();
    }

    @Test
    void theRunIsToldOfAnEndAndOfNothingElse() {
        ask();
        reviews().told(desk.approve("feast", 1, "ann", NOW));
        assertThat(runs).containsExactly("start feast-2");

        reviews().told(desk.approve("feast", 1, "bea", NOW));
        reviews().told(desk.approve("feast", 1, "bea", NOW));
        assertThat(runs)
                .as("again, where the first telling may have been lost")
                .containsExactly("start feast-2", "wake feast-2", "wake feast-2");
    }

    private Outcome ask() {
        return reviews().ask("feast", 1, "ann", "", NOW);
    }

    private ReviewDesk reviews() {
        return new ReviewDesk(definitions, desk, new Told(), POLICY);
    }

    private final class Told implements ReviewRuns {
        @Override
        public void start(String event, Review review) {
            if (down) {
                throw new IllegalStateException("Step Functions does not answer");
            }
            runs.add("start " + review.id());
        }

        @Override
        public void wake(String event, String review) {
            runs.add("wake " + review);
        }
    }
}
