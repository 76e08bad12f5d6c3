package com.lifeverse.trigger.explain;

import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.decide.Past;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.spec.Trigger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class ExplanationTest {
    private static final Condition MET = new Condition("/when/outcome", "[\"win\"]", "\"win\"", true, "");

    @Test
    void whatIsToldComesFromTheDecisionItself() {
        var third = Given.trigger(3, DAY, 1, DAY);
        var fired = decide(Given.firstWin(), "m1", TriggerState.NEW);

        assertThat(last(fired)).isEqualTo("It would fire, as 2026-11-20.");
        assertThat(last(decide(third, "m1", TriggerState.NEW))).isEqualTo("It would count, and not fire yet: 1 of 3.");
        var after = TriggerRules.after(fired, TriggerState.NEW);
        assertThat(last(decide(Given.firstWin(), "m1", after)))
                .contains("of 2026-11-20T18:42:08Z, has counted already");
        assertThat(last(decide(Given.firstWin(), "m2", after))).contains("until 2026-11-21T00:00:00Z");
    }

    @Test
    void progressThatWasForgottenIsNotKeptQuiet() {
        var counted = new Decision.Counted(2, 3, Optional.of(NOW), TriggerState.NEW);

        assertThat(last(counted))
                .isEqualTo(
                        "It would count, and not fire yet: 2 of 3. More of what happened before 2026-11-20T18:42:08Z may have counted,"
                                + " and was forgotten for want of room.");
    }

    @Test
    void whatWasDecidedOnBeforeIsToldAsItWasWhateverWouldComeOfItNow() {
        var now = new Decision.Duplicate(NOW);
        var fired = explained(new Past.Fired(NOW, "2026-11-20", 1), now);

        assertThat(fired.fired()).isTrue();
        assertThat(fired.outcome()).contains("Fired");
        assertThat(fired.lines().getLast())
                .isEqualTo(
                        "It fired at this happening, of 2026-11-20T18:42:08Z, as 2026-11-20; told again, nothing more comes of it.");
        assertThat(explained(new Past.Holding(NOW, NOW.plusSeconds(9)), now).fired())
                .isTrue();
        assertThat(explained(new Past.Fired(NOW, "2026-11-20", 3), now).lines().getLast())
                .contains("as one of the 3 of 2026-11-20");
        for (var quiet : List.of(
                new Past.Counted(NOW),
                new Past.Spent(NOW),
                new Past.Absorbed(NOW, NOW),
                new Past.Waiting(NOW, NOW),
                new Past.Answered(NOW))) {
            assertThat(explained(quiet, now).fired()).isFalse();
            assertThat(explained(quiet, now).lines().getLast())
                    .contains(NOW.toString())
                    .doesNotContain("has counted already");
        }
        var capped = explained(new Past.Stopped(NOW, NOW, Optional.of(new Decision.Capped(NOW))), now);
        assertThat(capped.outcome()).contains("Capped");
        assertThat(capped.lines().getLast()).contains("It did not fire: it has acted as often as limits.perPlayer");
        var stopped = explained(new Past.Stopped(NOW, NOW, Optional.empty()), now);
        assertThat(stopped.outcome()).contains("Stopped");
        assertThat(stopped.lines().getLast()).contains("the player was not whom it wants");
    }

    @Test
    void ofAHappeningOfWhichNothingIsKnownNothingIsToldAsIfItHadComeOfIt() {
        var never = TriggerState.NEW;
        for (var decision : List.of(
                new Decision.Counted(1, 3, Optional.empty(), never),
                decide(Given.firstWin(), "m1", never),
                new Decision.Waiting(NOW, never),
                new Decision.Holding(NOW, List.of(), List.of(), never),
                new Decision.Absorbed(NOW, never),
                new Decision.Answered(never),
                new Decision.Duplicate(NOW),
                new Decision.Capped(NOW),
                new Decision.Cooling(NOW),
                new Decision.Throttled(NOW),
                new Decision.Quiet(NOW),
                new Decision.Tripped(NOW),
                new Decision.LoopStopped(9))) {
            var explanation = new Explanation("a", "evt_m1", List.of(MET), Optional.of(decision));

            assertThat(explanation.isKnown()).isFalse();
            assertThat(explanation.lines().get(1)).startsWith("Nothing is known of this happening");
            assertThat(last(decision)).startsWith("It would ").doesNotContain("It fired", "It did not");
        }
        assertThat(explained(new Past.Fired(NOW, "2026-11-20", 1), new Decision.Capped(NOW))
                        .lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("It fired at this happening");
    }

    private static Explanation explained(Past past, Decision now) {
        return new Explanation("first-win-of-the-day", "evt_m1", List.of(MET), Optional.of(now), Optional.of(past));
    }

    @Test
    void conditionThatIsNotMetIsTheReasonAndNothingWasDecided() {
        var unmet = new Condition("/player/level", "[{\"numeric\":[\">=\",3]}]", "2", false, "1 too low");
        var explanation = new Explanation("first-win-of-the-day", "evt_m1", List.of(MET, unmet), Optional.empty());

        assertThat(explanation.fired()).isFalse();
        assertThat(explanation.lines())
                .containsExactly(
                        "+ /when/outcome: wants [\"win\"], saw \"win\"",
                        "- /player/level: wants [{\"numeric\":[\">=\",3]}], saw 2 (1 too low)",
                        "It would not fire: the event or the player is not what it wants.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Explanation("a", "b", List.of(MET), Optional.empty()));
    }

    private static Decision decide(Trigger trigger, String match, TriggerState state) {
        return TriggerRules.decide(
                trigger, Happening.of(win(match, NOW)), state, NOW, Standard.of(TriggerPolicy.class));
    }

    private static String last(Decision decision) {
        return new Explanation("first-win-of-the-day", "evt_m1", List.of(MET), Optional.of(decision))
                .lines()
                .getLast();
    }
}
