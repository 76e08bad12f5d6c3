package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.BEN;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision.Counted;
import com.lifeverse.trigger.decide.Decision.Duplicate;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Once;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What tells one firing from another, and one happening from another. */
@Tag("rules")
class OccurrenceTest {
    private static final Window TWO_OF_ALL = new Window(new Measure.Count(2), DAY, Frame.TUMBLING, Scope.GLOBAL);

    @Test
    void firingOfAWeekIsNotTakenForOneOfTheDayOnWhichThatWeekBegan() {
        var week = new Span(Duration.ofDays(7));
        var weekly = Given.trigger(1, week, 1, week);
        var daily = Given.trigger(1, DAY, 1, DAY);
        var friday = Instant.parse("2027-01-15T08:00:00Z");
        var thursday = Instant.parse("2027-01-14T20:00:00Z");

        var first = (Fired) decide(weekly, win("m1", friday), TriggerState.NEW, friday);
        var second = (Fired) decide(daily, win("m0", thursday), first.state(), friday);

        assertThat(second.occurrence()).isNotEqualTo(first.occurrence());
    }

    @Test
    void playersOfOneMatchAreAsManyHappeningsToAWindowOfAll() {
        var everyone = Given.trigger(TWO_OF_ALL, Limits.perPlayer(5, DAY));

        var one = decide(everyone, win(ANNA, "match-78", NOW), TriggerState.NEW, NOW);
        assertThat(one).isInstanceOf(Counted.class);
        var after = TriggerRules.after(one, TriggerState.NEW);
        assertThat(decide(everyone, win(ANNA, "match-78", NOW), after, NOW)).isInstanceOf(Duplicate.class);
        assertThat(decide(everyone, win(BEN, "match-78", NOW), after, NOW)).isInstanceOf(Fired.class);
    }

    @Test
    void fieldThatTheAuthorNamesMakesTheMatchOfAllItsPlayersOneHappening() {
        var plain = Given.trigger(TWO_OF_ALL, Limits.perPlayer(5, DAY));
        var matches = new Trigger(
                plain.id(),
                plain.version(),
                plain.about(),
                plain.when(),
                plain.player(),
                plain.window(),
                plain.limits(),
                new Once(Optional.of(new EventField("payload.matchId")), Optional.empty()),
                plain.pace(),
                plain.effects());
        var one = TriggerRules.after(
                decide(matches, win(ANNA, "match-78", NOW), TriggerState.NEW, NOW), TriggerState.NEW);

        assertThat(decide(matches, win(BEN, "match-78", NOW), one, NOW)).isInstanceOf(Duplicate.class);
    }

    private static Decision decide(Trigger trigger, Envelope event, TriggerState state, Instant now) {
        return TriggerRules.decide(trigger, Happening.of(event), state, now, Standard.of(TriggerPolicy.class));
    }
}
