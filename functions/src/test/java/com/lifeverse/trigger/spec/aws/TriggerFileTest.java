package com.lifeverse.trigger.spec.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Once;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.QuietHours;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Turn;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class TriggerFileTest {
    private static final String SOUND = """
        trigger: first-win-of-the-day
        description: A player's first win each day earns a small bonus.
        labels: [economy]
        owner: economy-team
        runbook: runbooks/grants.md
        accessibility: Announced in the inbox with text.
        when: { detail-type: ["match.ended.v1"], detail: { payload: { outcome: ["win"] } } }
        limits: { perPlayer: { times: 2, per: P1D } }
        effects: [{ grant: { item: coins, amount: 100 } }, { notify: { message: first-win } }]
        """;

    @Test
    void fileIsReadAsTheTriggerItDescribes() {
        var trigger = sound(SOUND + "window: { count: 3, within: P1D }\n");

        assertThat(trigger.id()).isEqualTo("first-win-of-the-day");
        assertThat(trigger.eventTypes()).containsExactly("match.ended.v1");
        assertThat(trigger.window()).isEqualTo(Window.counting(3, Given.DAY));
        assertThat(trigger.limits()).isEqualTo(Limits.perPlayer(2, Given.DAY));
        assertThat(trigger.effects()).containsExactly(new Effect.Grant("coins", 100), new Effect.Notify("first-win"));
    }

    @Test
    void versionIsNamedByWhatItDoesWhereverItIsSaid() {
        var limits = "limits: { perPlayer: { times: 3, per: P1D } }\n";
        var promoted = file(SOUND.replaceFirst("limits: .*\n", limits));
        var waiting = file(SOUND + "next: { stage: draft, " + limits.strip() + " }\n");
        var described =
                file(SOUND.replace("earns", "brings").replace("{ times: 2, per: P1D }", "{ per: P1D, times: 2 }"));

        assertThat(waiting.next().orElseThrow().trigger()).isEqualTo(promoted.trigger());
        assertThat(waiting.trigger().version())
                .matches("[0-9a-f]{8}")
                .isNotEqualTo(promoted.trigger().version())
                .isEqualTo(described.trigger().version());
        assertThat(waiting.nextPointers().of("/limits/perPlayer")).isEqualTo("/next/limits/perPlayer");
        assertThat(waiting.nextPointers().of("/when")).isEqualTo("/when");
    }

    private static TriggerFile file(String text) {
        return TriggerFile.read(text) instanceof Reading.Sound(var file) ? file : fail(text);
    }

    @Test
    void withoutAWindowEveryHappeningCounts() {
        assertThat(sound(SOUND).window()).isEqualTo(Window.counting(1, Given.DAY));
    }

    @Test
    void everythingThatCanBeSaidIsRead() {
        var trigger = sound("""
            trigger: big-spender
            description: Players who trade a lot in a week are thanked.
            labels: [economy]
            owner: economy-team
            runbook: runbooks/grants.md
            accessibility: Announced in the inbox with text.
            when: { detail-type: ["match.ended.v1"] }
            player: { level: [{ numeric: [">=", 3] }] }
            window: { sum: payload.amount, total: 1000, least: 10, within: P7D, frame: sliding, of: global }
            limits:
              perPlayer: { times: 1, per: P1D }
              global: { times: 500000, per: P1D }
              cooldown: PT1H
              throttle: { times: 30, per: PT1H }
              quietHours: { from: "22:00", to: "08:00", zone: Europe/Berlin }
              budget: { usd: 40, per: P1D }
            once: { key: payload.tradeId, for: P7D }
            pace: { priority: 7, debounce: PT5M, batch: { firings: 10, within: PT1H } }
            effects:
              - flag: { name: big-spender, lasts: P7D }
              - webhook: { destination: partner }
              - startWorkflow:
                  workflow: approval
                  input: { subject: a-player }
                  concurrency: { key: people, of: global, most: 2, otherwise: wait, lease: PT2H }
              - emit: { type: quest.done.v1, payload: { quest: trade } }
              - counter: { name: thanked, by: 1 }
            """);

        assertThat(trigger.player()).containsKey("level");
        assertThat(trigger.window())
                .isEqualTo(new Window(
                        new Measure.Sum(new EventField("payload.amount"), 1000, 10),
                        new Span(Duration.ofDays(7)),
                        Frame.SLIDING,
                        Scope.GLOBAL));
        assertThat(trigger.limits().global()).contains(new Cap(500_000, Given.DAY));
        assertThat(trigger.limits().cooldown()).contains(Duration.ofHours(1));
        assertThat(trigger.limits().throttle()).contains(new Cap(30, new Span(Duration.ofHours(1))));
        assertThat(trigger.limits().quiet())
                .contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin")));
        assertThat(trigger.limits().budget()).contains(new Budget(new BigDecimal("40"), Given.DAY));
        assertThat(trigger.once())
                .isEqualTo(new Once(Optional.of(new EventField("payload.tradeId")), Optional.of(Duration.ofDays(7))));
        assertThat(trigger.pace())
                .isEqualTo(new Pace(
                        7, Optional.of(Duration.ofMinutes(5)), Optional.of(new Pace.Batch(10, Duration.ofHours(1)))));
        assertThat(trigger.effects())
                .containsExactly(
                        new Effect.Flag("big-spender", Duration.ofDays(7)),
                        new Effect.Webhook("partner"),
                        new Effect.StartWorkflow(
                                "approval",
                                Map.of("subject", "a-player"),
                                Optional.of(new Turn("people", Scope.GLOBAL, 2, true, Duration.ofHours(2)))),
                        new Effect.Emit("quest.done.v1", Map.of("quest", "trade")),
                        new Effect.Counter("thanked", 1));
    }

    @Test
    void otherWindowsAreReadToo() {
        assertThat(sound(SOUND + "window: { distinct: payload.map, values: 5, within: P1D }\n")
                        .window()
                        .measure())
                .isEqualTo(new Measure.Distinct(new EventField("payload.map"), 5));
        assertThat(sound(SOUND + "window: { sequence: [{ a: [1] }, { b: [2] }], within: P1D }\n")
                        .window()
                        .measure())
                .isEqualTo(new Measure.Sequence(List.of(Map.of("a", List.of(1)), Map.of("b", List.of(2)))));
        assertThat(sound(SOUND + "window: { absence: { a: [1] }, within: P1D }\n")
                        .window()
                        .measure())
                .isEqualTo(new Measure.Absence(Map.of("a", List.of(1))));
    }

    @Test
    void windowIsOfOneKindWithWhatBelongsToIt() {
        assertThat(violations(SOUND + "window: { count: 1, sum: payload.amount, within: P1D, values: 3 }\n"))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/window", "/window/values", "/window/total");
        assertThat(violations(SOUND + "window: { sum: amount, total: 5, least: 6, within: PT1S }\n"))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/window/sum", "/window/least", "/window/within");
    }

    @Test
    void unknownKeyIsRefusedWhereverItStands() {
        var file = SOUND.replace("times: 2,", "times: 2, zone: player,")
                + "spieler: { level: [3] }\nbudget: { usd: 40 }\n";

        assertThat(violations(file))
                .containsExactlyInAnyOrder(
                        new Violation("/spieler", "is not known here"),
                        new Violation("/budget", "is not known here"),
                        new Violation("/limits/perPlayer/zone", "is not known here"));
    }

    @Test
    void whatIsMandatoryIsMissedByName() {
        assertThat(violations("trigger: a\n"))
                .extracting(Violation::pointer)
                .contains(
                        "/description",
                        "/labels",
                        "/owner",
                        "/runbook",
                        "/accessibility",
                        "/when",
                        "/limits",
                        "/effects");
    }

    @Test
    void effectIsExactlyOneOfItsKinds() {
        var both = SOUND.replace("amount: 100 } }, {", "amount: 100 },");

        assertThat(violations(both))
                .containsExactly(new Violation(
                        "/effects/0",
                        "must be exactly one of grant, notify, flag, webhook, startWorkflow, emit, counter"));
    }

    @Test
    void spanThatIsNoneIsRefused() {
        assertThat(violations(SOUND.replace("per: P1D", "per: P1M")))
                .extracting(Violation::pointer)
                .containsExactly("/limits/perPlayer/per");
    }

    @Test
    void whatIsNoYamlOrHasAKeyTwiceIsRefused() {
        assertThat(violations("{")).extracting(Violation::pointer).containsExactly("");
        assertThat(violations(SOUND + "owner: somebody-else\n")).hasSize(1);
        assertThat(violations("[]")).isNotEmpty();
        assertThat(violations("")).isNotEmpty();
    }

    private static Trigger sound(String file) {
        return switch (TriggerFile.read(file)) {
            case Reading.Sound(var sound) -> sound.trigger();
            case Reading.Faulty(var violations) -> throw new AssertionError(violations);
        };
    }

    private static List<Violation> violations(String file) {
        return switch (TriggerFile.read(file)) {
            case Reading.Sound(var sound) -> throw new AssertionError(sound);
            case Reading.Faulty(var violations) -> violations;
        };
    }
}
