package com.lifeverse.liveops.lint;

import static com.lifeverse.liveops.support.Drafts.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.ramp.RampState;
import com.lifeverse.liveops.support.Drafts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events last a day, and begin at ten unless they say otherwise; it is noon. */
@Tag("rules")
final class PublicationLintTest {
    private static final Duration GRACE = Duration.ofMinutes(15);
    private static final String RUNS = "2027-01-01T10:00";
    private static final String OVER = "2026-12-31T12:00";
    private static final LiveEvent HAD = promising(RUNS, "matches", "player", "5 coins at 1, 9 coins at 3");

    @ParameterizedTest(name = "{0} of {1} for {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "matches; player; 5 coins at 1, 9 coins at 3; ",
                "quests; player; 5 coins at 1, 9 coins at 3; /progress/trigger",
                "matches; global; 5 coins at 1, 9 coins at 3; /progress/scope",
                "matches; player; 5 coins at 1; /rewards",
                "matches; player; 5 coins at 1, 9 coins at 4; /rewards/1/at",
                "matches; player; 5 coins at 1, 9 kites at 3; /rewards/1/grant/item",
                "matches; player; 4 coins at 1, 9 coins at 3; /rewards/0/grant/amount",
                "matches; player; 5 coins at 1, 9 coins at 2; ",
                "matches; player; 6 coins at 1, 9 coins at 3; ",
                "matches; player; 5 coins at 1, 9 coins at 3, 1 kites at 9; ",
                "matches; player; 5 coins at 1, 1 kites at 2, 9 coins at 3; /rewards/1/grant/item /rewards/1/grant/amount",
            })
    void whatPlayersArePromisedMayBecomeMoreWhileItRunsAndNotLess(
            String trigger, String scope, String rewards, String pointers) {
        var findings = look(Optional.of(HAD), HAD, promising(RUNS, trigger, scope, rewards), NOW);

        assertThat(findings).extracting(Finding::code).allMatch("running"::equals);
        assertThat(findings)
                .extracting(Finding::pointer)
                .containsExactly(pointers == null ? new String[0] : pointers.split(" "));
    }

    @Test
    void aPromiseHoldsUntilItIsSettledAndForNoOtherOccurrence() {
        var less = promising(RUNS, "matches", "player", "5 coins at 1");
        var over = Instant.parse("2027-01-02T10:00:00Z");

        assertThat(look(Optional.of(HAD), HAD, less, over.plus(GRACE).minusSeconds(1)))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo(
                        "has tier 2 by what players of 2027-01-01T10:00 are promised, until it is settled at 2027-01-02T10:15:00Z:"
                                + " publish it then; or withdraw the event, publish it with another start, and settle that occurrence by"
                                + " hand once it is over");
        assertThat(look(Optional.of(HAD), HAD, less, over.plus(GRACE))).isEmpty();
        assertThat(look(Optional.of(HAD), HAD, less, Instant.parse("2027-01-01T09:59:59Z")))
                .as("it has not begun")
                .isEmpty();
        assertThat(look(Optional.empty(), HAD, less, NOW))
                .as("withdrawn: by hand it would be settled by the new revision")
                .hasSize(1);
        assertThat(look(Optional.empty(), HAD, promising("2027-01-01T10:30", "matches", "player", "5 coins at 1"), NOW))
                .as("another one")
                .isEmpty();
        assertThat(look(Optional.of(plain(RUNS)), plain(RUNS), HAD, NOW))
                .as("nothing was promised")
                .isEmpty();
    }

    @Test
    void whatHasBegunKeepsItsStartUntilItIsSettled() {
        var moved = plain("2027-01-01T10:30");

        assertThat(look(Optional.of(plain(OVER)), plain(OVER), moved, NOW))
                .extracting(Finding::pointer)
                .containsExactly("/when");
        assertThat(look(Optional.of(plain(OVER)), plain(OVER), moved, NOW.plus(GRACE)))
                .isEmpty();
    }

    @Test
    void aRampThatGoesOnAgainGoesOverEachOfItsStepsWhateverIsPublished() {
        var ramped = Drafts.of(
                        "feast",
                        RUNS,
                        "xp",
                        "ann",
                        "ramp: { steps: [{ percent: 10 }, { percent: 50, after: PT1H }, { percent: 100, after: PT4H }] }")
                .event();
        var resumed = new RampState(false, 0, NOW);

        assertThat(ramping(ramped, resumed, NOW.plusSeconds(60)))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo(
                        "it was held, goes on since 2027-01-01T12:00:00Z, is at its last step at 2027-01-01T16:00:00Z, and without a"
                                + " ramp it would be for everybody at once: publish it then");
        assertThat(ramping(ramped, resumed, NOW.plus(Duration.ofHours(4)))).isEmpty();
        assertThat(ramping(ramped, new RampState(true, 0, NOW), NOW.plus(Duration.ofHours(4))))
                .as("held")
                .hasSize(1);
        assertThat(PublicationLint.findings(
                        Optional.of(ramped),
                        List.of(new Tenure(ramped, NOW)),
                        plain(RUNS),
                        Optional.empty(),
                        GRACE,
                        NOW))
                .as("nobody has stepped in")
                .isEmpty();
    }

    @Test
    void whatCameInBetweenLetsNobodyOffWhatPlayersWerePromised() {
        var less = promising(RUNS, "matches", "player", "5 coins at 1");
        var elsewhere = new Tenure(promising("2027-01-20T10:00", "matches", "player", "5 coins at 1"), NOW);
        var promised = new Tenure(HAD, NOW.minusSeconds(60));

        assertThat(look(List.of(elsewhere, promised), less, NOW))
                .as("withdrawn, published with another start, and then with the old one again")
                .extracting(Finding::pointer)
                .containsExactly("/rewards");
        var shortened = new Tenure(lasting("PT30M", "5 coins at 1, 9 coins at 3"), NOW);
        assertThat(look(List.of(shortened, promised), less, NOW))
                .as("over by the last revision, and not settled yet")
                .extracting(Finding::pointer)
                .contains("/rewards");
        var early = new Tenure(HAD, Instant.parse("2027-01-01T09:59:59Z"));
        assertThat(look(List.of(elsewhere, early), less, NOW))
                .as("players had it no more when it began")
                .isEmpty();
    }

    private static List<Finding> ramping(LiveEvent ramped, RampState state, Instant now) {
        return PublicationLint.findings(
                Optional.of(ramped), List.of(new Tenure(ramped, NOW)), plain(RUNS), Optional.of(state), GRACE, now);
    }

    private static List<Finding> look(Optional<LiveEvent> had, LiveEvent last, LiveEvent wanted, Instant now) {
        return PublicationLint.findings(had, List.of(new Tenure(last, now)), wanted, Optional.empty(), GRACE, now);
    }

    private static List<Finding> look(List<Tenure> past, LiveEvent wanted, Instant now) {
        return PublicationLint.findings(Optional.empty(), past, wanted, Optional.empty(), GRACE, now);
    }

    private static LiveEvent plain(String start) {
        return Drafts.feast(start, "ann").event();
    }

    private static LiveEvent lasting(String duration, String rewards) {
        return Drafts.lasting("feast", RUNS, duration, "xp", "ann", lines("matches", "player", rewards))
                .event();
    }

    /** With tiers such as {@code 5 coins at 1, 9 coins at 3}. */
    private static LiveEvent promising(String start, String trigger, String scope, String rewards) {
        return Drafts.of("feast", start, "xp", "ann", lines(trigger, scope, rewards))
                .event();
    }

    private static String lines(String trigger, String scope, String rewards) {
        var lines = new StringBuilder("progress: { trigger: %s, scope: %s }\nrewards:\n".formatted(trigger, scope));
        int tier = 0;
        for (var reward : rewards.split(", ", -1)) {
            var words = reward.split(" ", -1);
            lines.append("  - { tier: %d, at: %s, grant: { item: %s, amount: %s } }\n"
                    .formatted(++tier, words[3], words[1], words[0]));
        }
        return lines.toString();
    }
}
