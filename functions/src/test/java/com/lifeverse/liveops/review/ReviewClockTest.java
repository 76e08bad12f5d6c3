package com.lifeverse.liveops.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.review.ReviewClock.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ReviewClockTest {
    private static final Instant ASKED = Instant.parse("2027-01-01T12:00:00Z");
    private static final ReviewPolicy POLICY =
            new ReviewPolicy(Duration.ofDays(3), Duration.ofDays(1), Duration.ofHours(12));
    private static final Review REVIEW = Review.asked("feast-2", 1, "ann", "", ASKED, POLICY);

    @Test
    void theOwnerIsRemindedDailyAndOthersBeforeItLapses() {
        assertThat(heard(Duration.ZERO))
                .containsExactly("PT24H REMIND", "PT48H REMIND", "PT60H ESCALATE", "PT72H LAPSE");
    }

    @Test
    void whoLooksInBetweenMissesNothingAndRepeatsNothing() {
        assertThat(heard(Duration.ofMinutes(7)))
                .containsExactly("PT24H REMIND", "PT48H REMIND", "PT60H ESCALATE", "PT72H LAPSE");
    }

    @Test
    void whoLooksLateHearsTheMostUrgentOnce() {
        var late = ASKED.plus(Duration.ofHours(61));

        assertThat(ReviewClock.due(REVIEW, ASKED, late, POLICY)).isEqualTo(Due.ESCALATE);
        assertThat(ReviewClock.due(REVIEW, late, late.plusSeconds(1), POLICY)).isEqualTo(Due.NOTHING);
        assertThat(ReviewClock.due(REVIEW, ASKED, ASKED.plus(Duration.ofDays(30)), POLICY))
                .isEqualTo(Due.LAPSE);
    }

    /** What comes due to somebody who looks when {@code next} says so, or so often besides. */
    private static List<String> heard(Duration often) {
        var heard = new ArrayList<String>();
        var since = ASKED;
        while (heard.isEmpty() || !heard.getLast().endsWith("LAPSE")) {
            var next = ReviewClock.next(REVIEW, since, POLICY);
            assertThat(next).isAfter(since);
            var between = since.plus(often);
            var now = !often.isZero() && between.isBefore(next) ? between : next;
            var due = ReviewClock.due(REVIEW, since, now, POLICY);
            if (due != Due.NOTHING) {
                heard.add(Duration.between(ASKED, now) + " " + due);
            }
            since = now;
        }
        return heard;
    }
}
