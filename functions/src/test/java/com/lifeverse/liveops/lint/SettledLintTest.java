package com.lifeverse.liveops.lint;

import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Edge;
import com.lifeverse.liveops.event.LiveEvent.Message;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of a day that is over at noon, which it is. */
@Tag("rules")
final class SettledLintTest {
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final String OVER = "2026-12-31T12:00";

    @Test
    void whatIsSettledDoesNotRunAgain() {
        var longer = lasting("P3D", 5);
        var settled = NOW.plus(GRACE);

        assertThat(look(giving(OVER), longer, settled)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("over");
            assertThat(finding.message())
                    .startsWith("2026-12-31T12:00 was over at 2027-01-01T12:00:00Z by what players had");
        });
        assertThat(look(List.of(new Tenure(giving(OVER), settled)), longer, settled))
                .as("withdrawn meanwhile")
                .hasSize(1);
        assertThat(look(giving(OVER), longer, settled.minusSeconds(1)))
                .as(
                        "its run waits, and settles it when it is over by the new one: who has shortened it by mistake goes back")
                .isEmpty();
        assertThat(look(giving(OVER), giving("2027-01-03T10:00"), settled))
                .as("another one")
                .isEmpty();
        assertThat(look(List.of(new Tenure(giving(OVER), settled)), giving(OVER), settled))
                .as("over as it was")
                .isEmpty();
    }

    @Test
    void whatIsSettledDoesNotRunAgainWhateverCameInBetween() {
        var settled = NOW.plus(GRACE);
        var before = new Tenure(giving(OVER), settled.minusSeconds(60));
        var elsewhere = new Tenure(giving("2027-01-20T10:00"), settled);

        assertThat(look(List.of(elsewhere, before), lasting("P3D", 5), settled))
                .extracting(Finding::code)
                .containsExactly("over");
        var longer = new Tenure(lasting("P3D", 5), settled);
        assertThat(look(List.of(longer, before), lasting("P3D", 5), settled))
                .as("made longer in time: the last that had it says when it is over")
                .isEmpty();
    }

    @Test
    void whereNothingWasSettledAndNothingIsToBeDoneItMayRunOn() {
        var settled = NOW.plus(GRACE);

        assertThat(look(plain(OVER), lasting("P3D"), settled))
                .as("an event that gives nothing is made longer")
                .isEmpty();
        assertThat(look(plain(OVER), lasting("P3D", 5), settled))
                .as("rewards that nobody would settle")
                .extracting(Finding::code)
                .containsExactly("over");
        var told = Given.telling(lasting("P3D"), new Message(Edge.END, Duration.ZERO, "farewell"));
        assertThat(look(plain(OVER), told, settled))
                .as("messages that nobody would tell")
                .hasSize(1);
        assertThat(look(giving(OVER), lasting("P3D"), settled))
                .as("it was settled")
                .extracting(Finding::code)
                .contains("over");
        var later = settled.plusSeconds(60);
        var past = List.of(new Tenure(lasting("P3D"), later), new Tenure(plain(OVER), settled));
        assertThat(look(past, lasting("P3D"), later)).as("longer already").isEmpty();
        assertThat(look(past, lasting("P3D", 5), later))
                .as("longer already, and then with rewards")
                .extracting(Finding::code)
                .containsExactly("over");
    }

    private static List<Finding> look(LiveEvent had, LiveEvent wanted, Instant now) {
        return PublicationLint.findings(
                Optional.of(had), List.of(new Tenure(had, now)), wanted, Optional.empty(), GRACE, now);
    }

    private static List<Finding> look(List<Tenure> past, LiveEvent wanted, Instant now) {
        return PublicationLint.findings(Optional.empty(), past, wanted, Optional.empty(), GRACE, now);
    }

    private static LiveEvent plain(String start) {
        return Given.event(Given.calendar(start, "P1D", new Clocks.Utc()));
    }

    private static LiveEvent lasting(String length) {
        return Given.event(Given.calendar(OVER, length, new Clocks.Utc()));
    }

    private static LiveEvent giving(String start) {
        return rewarded(plain(start), 5);
    }

    private static LiveEvent lasting(String length, int coins) {
        return rewarded(lasting(length), coins);
    }

    private static LiveEvent rewarded(LiveEvent event, int coins) {
        var progress = Optional.of(new Progress("matches", false));
        return Given.with(event, progress, List.of(new Reward(1, 1, "coins", coins)), List.of());
    }
}
