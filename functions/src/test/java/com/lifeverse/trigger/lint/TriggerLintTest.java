package com.lifeverse.trigger.lint;

import static com.lifeverse.trigger.lint.Lints.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.spec.About;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Turn;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class TriggerLintTest {
    @Test
    void soundTriggerHasNoFindings() {
        assertThat(findings(Given.firstWin())).isEmpty();
    }

    @Test
    void labelMustBeInTheTaxonomy() {
        assertThat(findings(about(
                        List.of("match.ended.v1"),
                        List.of("economy", "misc"),
                        Given.firstWin().effects())))
                .extracting(Violation::pointer)
                .containsExactly("/labels/1");
    }

    @Test
    void whatClientsTellMustNotLeadToAGrantButMayLeadToAMessage() {
        var types = List.of("match.ended.v1", "photo.taken.v1");

        assertThat(findings(about(types, List.of("economy"), Given.firstWin().effects())))
                .extracting(Violation::pointer)
                .containsExactly("/when/detail-type/1");
        assertThat(findings(about(types, List.of("economy"), List.of(new Effect.Notify("nice-photo")))))
                .isEmpty();
    }

    @Test
    void eventTypeMustExistAndReachTheTriggers() {
        assertThat(findings(about(
                        List.of("match.endet.v1", "grant.made.v1"),
                        List.of("economy"),
                        Given.firstWin().effects())))
                .containsExactly(
                        new Violation("/when/detail-type/0", "is not an event type"),
                        new Violation(
                                "/when/detail-type/1",
                                "does not list trigger-engine as a consumer, so it never arrives"));
    }

    @Test
    void eventTypesMustBeNamedExactlySoThatNoClientsEventSlipsIn() {
        var byPrefix = about(
                List.of(Map.of("prefix", "photo.")),
                List.of("economy"),
                Given.firstWin().effects());

        assertThat(findings(byPrefix)).extracting(Violation::pointer).containsExactly("/when/detail-type");
    }

    @Test
    void patternThatTheMatcherRefusesIsAFindingWithItsReason() {
        var lint = Lints.lint(_ -> Optional.of("Unrecognized match type prefixx"));

        assertThat(lint.findings(Given.firstWin()))
                .containsExactly(new Violation("/when", "Unrecognized match type prefixx"));
    }

    @Test
    void nothingMoreIsSaidOfAPatternThatTheMatcherRefuses() {
        var bad = Map.<String, Object>of("detail", Map.of("payload", Map.of("misspelt", List.of(Map.of()))));
        var lint = Lints.lint(pattern ->
                pattern.containsKey("detail") ? Optional.of("Empty objects are not allowed") : Optional.empty());
        var match = Map.<String, Object>of("detail-type", List.of("match.ended.v1"));
        var absent = new HashMap<>(bad);
        absent.putAll(match);

        assertThat(lint.findings(waiting(new Measure.Sequence(List.of(match, bad, bad)))))
                .containsExactly(
                        new Violation("/window/sequence/1", "Empty objects are not allowed"),
                        new Violation("/window/sequence/2", "Empty objects are not allowed"));
        assertThat(lint.findings(waiting(new Measure.Absence(absent))))
                .containsExactly(new Violation("/window/absence", "Empty objects are not allowed"));
    }

    private static Trigger waiting(Measure measure) {
        var sound = about(
                List.of("match.ended.v1"), List.of("economy"), Given.firstWin().effects());
        return new Trigger(
                sound.id(),
                Given.VERSION,
                sound.about(),
                Map.of("detail-type", List.of("match.ended.v1")),
                sound.player(),
                new Window(measure, Given.DAY, Frame.SLIDING, Scope.PLAYER),
                sound.limits(),
                sound.once(),
                sound.pace(),
                sound.effects());
    }

    @Test
    void ownersAndRunbooksThatAreNotThereAreFindings() {
        var sound = Given.firstWin();
        var nowhere = new Trigger(
                sound.id(),
                Given.VERSION,
                new About("A gift.", List.of("economy"), "ghost-team", "runbooks/nothing.md", "In the inbox."),
                sound.when(),
                sound.player(),
                sound.window(),
                sound.limits(),
                sound.once(),
                sound.pace(),
                sound.effects());

        assertThat(findings(nowhere)).extracting(Violation::pointer).containsExactly("/owner", "/runbook");
    }

    @Test
    void effectMustNameAWorkflowAndAnEventTypeThatTriggersTell() {
        var effects = List.<Effect>of(
                new Effect.StartWorkflow("settlement", Map.of("season", "s1")),
                new Effect.StartWorkflow("settlemend", Map.of()),
                new Effect.StartWorkflow("settlement", Map.of("firing", "mine")),
                new Effect.StartWorkflow("key-rotation", Map.of()),
                new Effect.Emit("grant.made.v1", Map.of()),
                new Effect.Emit("quest.done.v1", Map.of("quest", "trade")),
                new Effect.Emit("quest.done.v1", Map.of()),
                new Effect.Emit("nothing.v1", Map.of()),
                new Effect.Webhook("partner"),
                new Effect.Webhook("169.254.169.254"));

        assertThat(findings(about(List.of("match.ended.v1"), List.of("economy"), effects)))
                .containsExactly(
                        new Violation("/effects/1/startWorkflow/workflow", "is not a workflow"),
                        new Violation("/effects/2/startWorkflow/input/firing", "comes from the firing, not from you"),
                        new Violation("/effects/2/startWorkflow/input/season", "is required"),
                        new Violation(
                                "/effects/3/startWorkflow/workflow",
                                "does not say in its workflow.yaml that triggers may start it"),
                        new Violation(
                                "/effects/4/emit/type",
                                "does not list effect as a producer: our own code relies on it"),
                        new Violation("/effects/6/emit/payload/quest", "is required"),
                        new Violation("/effects/7/emit/type", "is not an event type"),
                        new Violation(
                                "/effects/9/webhook/destination", "is not a destination that operators have entered"));
    }

    @Test
    void whatAllPlayersMakeFireIsNotCountedByWhoeverCameLast() {
        var one = new Turn("settlement", Scope.PLAYER, 1, false, Duration.ofHours(1));
        var effects = List.<Effect>of(new Effect.StartWorkflow("settlement", Map.of("season", "s1"), Optional.of(one)));
        var window = new Window(new Measure.Count(2), Given.DAY, Frame.TUMBLING, Scope.GLOBAL);

        assertThat(findings(Given.trigger(window, Limits.perPlayer(1, Given.DAY), effects)))
                .containsExactly(new Violation(
                        "/effects/0/startWorkflow/concurrency/of",
                        "must be global, as the window's: else it counts by whoever came last"));
    }

    @Test
    void tagsAndCountersOfEffectsAreDeclared() {
        var effects = List.<Effect>of(
                new Effect.Counter("wins", 1),
                new Effect.Counter("losses", 1),
                new Effect.Flag("vip", Duration.ofDays(1)),
                new Effect.Flag("vpi", Duration.ofDays(1)));

        assertThat(findings(about(List.of("match.ended.v1"), List.of("economy"), effects)))
                .extracting(Violation::pointer)
                .containsExactly("/effects/1/counter/name", "/effects/3/flag/name");
    }

    @Test
    void whatIsHeldBackMustBeOneSortOfOnePlayerAndNotTooMuch() {
        var global = new Window(new Measure.Count(1), Given.DAY, Frame.TUMBLING, Scope.GLOBAL);
        var both = Given.paced(
                new Pace(5, Optional.of(Duration.ofMinutes(5)), Optional.of(new Pace.Batch(2, Duration.ofHours(1)))),
                global);
        var much = Given.paced(
                new Pace(5, Optional.empty(), Optional.of(new Pace.Batch(11_000, Duration.ofHours(1)))),
                Window.counting(1, Given.DAY));

        assertThat(findings(both)).extracting(Violation::pointer).contains("/pace/batch", "/pace");
        assertThat(findings(much)).extracting(Violation::pointer).containsExactly("/effects/0/grant/amount");
    }

    private static Trigger about(List<?> types, List<String> labels, List<Effect> effects) {
        var sound = Given.firstWin();
        return new Trigger(
                sound.id(),
                Given.VERSION,
                new About(
                        sound.about().description(),
                        labels,
                        sound.about().owner(),
                        sound.about().runbook(),
                        sound.about().accessibility()),
                Map.of("detail-type", types),
                Map.of(),
                sound.window(),
                sound.limits(),
                sound.once(),
                sound.pace(),
                effects);
    }
}
