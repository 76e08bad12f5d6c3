package com.lifeverse.trigger.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.WorkflowType;
import com.lifeverse.trigger.spec.About;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Turn;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class TriggerLintTest {
    private static final Map<String, EventType> TYPES = Map.of(
            "match.ended.v1",
            new EventType("match.ended.v1", List.of("game-server"), List.of("trigger-engine")),
            "photo.taken.v1",
            new EventType("photo.taken.v1", List.of("game-server", "player"), List.of("trigger-engine")),
            "grant.made.v1",
            new EventType("grant.made.v1", List.of("trigger"), List.of("session-inbox")),
            "quest.done.v1",
            new EventType("quest.done.v1", List.of("effect"), List.of("trigger-engine")));

    private static final Map<String, Object> IMPOSSIBLE =
            Map.of("detail", Map.of("payload", Map.of("mode", List.of(7))));

    private static final Map<String, WorkflowType> WORKFLOWS = Map.of(
            "settlement",
            new WorkflowType(
                    "settlement",
                    true,
                    false,
                    input -> input.keySet().containsAll(List.of("season", "event", "firing"))
                            ? List.of()
                            : List.of(new Violation("/season", "is required"))),
            "key-rotation",
            new WorkflowType("key-rotation", false, false, _ -> List.of()));

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
        var lint = lint(_ -> Optional.of("Unrecognized match type prefixx"));

        assertThat(lint.findings(Given.firstWin()))
                .containsExactly(new Violation("/when", "Unrecognized match type prefixx"));
    }

    @Test
    void triggerThatWouldHaveToForgetWithinTheHorizonIsRefused() {
        var hourly = new Span(Duration.ofHours(1));

        assertThat(findings(Given.trigger(1, hourly, 1, hourly)))
                .extracting(Violation::pointer)
                .containsExactly("/limits/perPlayer");
        assertThat(findings(Given.trigger(10, Given.DAY, 1, Given.DAY))).hasSize(1);
        assertThat(findings(Given.trigger(5, Given.DAY, 2, Given.DAY))).isEmpty();
    }

    @Test
    void windowThatNobodyCouldFillIsRefused() {
        var limits = throttled(new Cap(2, new Span(Duration.ofHours(2))));
        var hourly = Window.counting(3, new Span(Duration.ofHours(1)));
        var sequence = new Window(
                new Measure.Sequence(List.of(
                        Map.of("detail-type", List.of("match.ended.v1")),
                        Map.of("detail-type", List.of("photo.taken.v1")))),
                Given.DAY,
                Frame.SLIDING,
                Scope.PLAYER);

        assertThat(findings(Given.trigger(hourly, limits)))
                .contains(
                        new Violation("/window", "can never be reached: the throttle lets 2 happenings count in PT2H"));
        assertThat(findings(Given.trigger(sequence, Limits.perPlayer(1, Given.DAY))))
                .containsExactly(new Violation(
                        "/window/sequence/1", "can never be reached: when lets none of its event types by"));
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
    void stepsThatNoEventCanMakeAreUnreachable() {
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), IMPOSSIBLE))
                .containsExactly(new Violation(
                        "/window/sequence/1", "is unreachable: no match.ended.v1 can have such a detail.payload.mode"));
        assertThat(sequence(Map.of(), Map.of()))
                .containsExactly(new Violation(
                        "/window/sequence/1", "is unreachable: an earlier step takes all that it matches"));
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), Map.of()))
                .isEmpty();
    }

    private static List<Violation> sequence(Map<String, Object> first, Map<String, Object> second) {
        var window = new Window(new Measure.Sequence(List.of(first, second)), Given.DAY, Frame.SLIDING, Scope.PLAYER);
        return findings(Given.trigger(window, Limits.perPlayer(1, Given.DAY)));
    }

    private static Optional<String> contradiction(String type, List<Map<String, Object>> patterns) {
        return patterns.contains(IMPOSSIBLE) ? Optional.of("detail.payload.mode") : Optional.empty();
    }

    @Test
    void fieldsThatNoEventSaysAnythingInAreFindingsWhereTheyStand() {
        var misspelt = Map.<String, Object>of(
                "detail",
                Map.of(
                        "payload",
                        Map.of("misspelt", List.of("win"), "$or", List.of(Map.of("a/misspelt", List.of(1))))));
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), misspelt))
                .containsExactlyInAnyOrder(
                        new Violation("/window/sequence/1/detail/payload/misspelt", "is no field of match.ended.v1"),
                        new Violation(
                                "/window/sequence/1/detail/payload/$or/0/a~1misspelt",
                                "is no field of match.ended.v1"));
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), Map.of("detial", List.of("x"))))
                .containsExactly(
                        new Violation("/window/sequence/1/detial", "is nothing that an event on the bus says"));
        var window = new Window(
                new Measure.Sum(new EventField("payload.misspelt"), 5, 1), Given.DAY, Frame.SLIDING, Scope.PLAYER);
        assertThat(findings(Given.trigger(window, Limits.perPlayer(1, Given.DAY))))
                .containsExactly(new Violation("/window/sum", "is no field of match.ended.v1"));
    }

    @Test
    void throttleNeverMakesAWindowWorse() {
        var distinct = new Window(
                new Measure.Distinct(new EventField("payload.mode"), 3), Given.DAY, Frame.SLIDING, Scope.PLAYER);
        var throttle = new Cap(5, new Span(Duration.ofMinutes(1)));

        assertThat(findings(Given.trigger(distinct, Limits.perPlayer(1, Given.DAY))))
                .isEmpty();
        assertThat(findings(Given.trigger(distinct, throttled(throttle)))).isEmpty();
        assertThat(findings(Given.trigger(Window.counting(5, Given.DAY), throttled(throttle))))
                .isEmpty();
    }

    @Test
    void burnRateNeedsASpanAndABudgetThatLetSomethingBy() {
        assertThat(findings(burning("1", Given.DAY))).isEmpty();
        assertThat(findings(burning("1", new Span(Duration.ofHours(4)))))
                .extracting(Violation::pointer)
                .containsExactly("/limits/budget/burnRate");
        assertThat(findings(burning("0.001", Given.DAY)))
                .containsExactly(new Violation(
                        "/limits/budget/burnRate", "lets not even one firing by in PT5M with this budget"));
    }

    private static Trigger burning(String usd, Span per) {
        return Given.trigger(
                Window.counting(1, Given.DAY),
                new Limits(
                        new Cap(1, Given.DAY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Budget(new BigDecimal(usd), per, Optional.of(2)))));
    }

    private static Limits throttled(Cap throttle) {
        return new Limits(
                new Cap(1, Given.DAY),
                Optional.empty(),
                Optional.empty(),
                Optional.of(throttle),
                Optional.empty(),
                Optional.empty());
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

    @Test
    void absenceIsSomebodys() {
        var nobody = new Window(
                new Measure.Absence(Map.of("detail-type", List.of("match.ended.v1"))),
                Given.DAY,
                Frame.SLIDING,
                Scope.GLOBAL);

        assertThat(findings(Given.trigger(nobody, Limits.perPlayer(1, Given.DAY))))
                .extracting(Violation::pointer)
                .containsExactly("/window/of");
    }

    private static List<Violation> findings(Trigger trigger) {
        return lint(_ -> Optional.empty()).findings(trigger);
    }

    private static TriggerLint lint(Function<Map<String, Object>, Optional<String>> patternFault) {
        var surroundings = new Surroundings(
                Set.of("economy"),
                name -> Optional.ofNullable(TYPES.get(name)),
                (_, payload) ->
                        payload.containsKey("quest") ? List.of() : List.of(new Violation("/quest", "is required")),
                patternFault,
                name -> Optional.ofNullable(WORKFLOWS.get(name)),
                "partner"::equals,
                Given.PROFILE,
                Set.of("economy-team"),
                "runbooks/grants.md"::equals,
                TriggerLintTest::contradiction,
                (_, field) -> !field.contains("misspelt"));
        return new TriggerLint(surroundings, Standard.of(TriggerPolicy.class));
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
