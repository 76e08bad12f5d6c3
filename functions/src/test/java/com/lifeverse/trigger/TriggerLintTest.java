package com.lifeverse.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.support.Standard;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            new EventType("grant.made.v1", List.of("trigger"), List.of("session-inbox")));

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
        var lint = new TriggerLint(
                Set.of("economy"),
                name -> Optional.ofNullable(TYPES.get(name)),
                _ -> Optional.of("Unrecognized match type prefixx"),
                Standard.of(TriggerPolicy.class));

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

    private static List<Violation> findings(Trigger trigger) {
        return new TriggerLint(
                        Set.of("economy"),
                        name -> Optional.ofNullable(TYPES.get(name)),
                        _ -> Optional.empty(),
                        Standard.of(TriggerPolicy.class))
                .findings(trigger);
    }

    private static Trigger about(List<?> types, List<String> labels, List<Effect> effects) {
        var sound = Given.firstWin();
        return new Trigger(
                sound.id(),
                sound.description(),
                labels,
                sound.owner(),
                sound.runbook(),
                sound.accessibility(),
                Map.of("detail-type", types),
                sound.window(),
                sound.limit(),
                effects);
    }
}
