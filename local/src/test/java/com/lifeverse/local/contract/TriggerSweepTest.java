package com.lifeverse.local.contract;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.platform.Envelope;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
final class TriggerSweepTest {
    private final TriggerWorld world = new TriggerWorld();

    @Test
    void whatWasPublishedAfterTheSweepHasLookedIsNotLetBe() {
        world.sweep();
        world.pass(Duration.ofSeconds(1));
        world.publish(missed());
        world.happen(win(ANNA, "m1", NOW.minus(Duration.ofHours(2))));
        world.pass(Duration.ofSeconds(1));
        world.sweep();

        assertThat(world.told()).extracting(Envelope::type).containsExactly("trigger.fired.v1");
    }

    @Test
    void whatIsInForceNoLongerIsLetBe() {
        world.publish(missed());
        world.happen(win(ANNA, "m1", NOW));
        world.publish();
        world.pass(Duration.ofHours(2));
        world.sweep();
        world.publish(missed());
        world.pass(Duration.ofHours(2));
        world.sweep();

        assertThat(world.told()).isEmpty();
    }

    @Test
    void whatWasHeldIsToldWhenItsTimeComesThoughTheTriggerActsForNobodyMeanwhile() {
        world.publish(batched("live", 100));
        world.happen(win(ANNA, "m1", NOW), win(ANNA, "m2", NOW));
        world.publish(batched("live", 0));
        world.pass(Duration.ofMinutes(30));
        world.sweep();
        assertThat(world.told()).isEmpty();
        world.pass(Duration.ofMinutes(31));
        world.sweep();

        assertThat(world.told())
                .singleElement()
                .satisfies(told -> assertThat(told.payload()).containsEntry("firings", 2));
    }

    @Test
    void whatWasHeldIsToldThoughTheTriggerOnlyDecidesMeanwhile() {
        world.publish(batched("live", 100));
        world.happen(win(ANNA, "m1", NOW), win(ANNA, "m2", NOW));
        world.publish(batched("shadow", 100));
        world.happen(win(ANNA, "m3", NOW.plusSeconds(60)));
        world.pass(Duration.ofMinutes(62));
        world.sweep();

        assertThat(world.told()).extracting(Envelope::type).containsExactly("trigger.fired.v1");
    }

    @Test
    void whatARetiredTriggerHeldIsLetBe() {
        world.publish(batched("live", 100));
        world.happen(win(ANNA, "m1", NOW), win(ANNA, "m2", NOW));
        world.publish(batched("retired", 100));
        world.pass(Duration.ofMinutes(61));
        world.sweep();
        world.publish(batched("live", 100));
        world.pass(Duration.ofMinutes(61));
        world.sweep();

        assertThat(world.told()).isEmpty();
    }

    @Test
    void aWaitWhoseTimeComesWhileTheTriggerActsForNobodyDecidesNothing() {
        world.publish(missed());
        world.happen(win(ANNA, "m1", NOW));
        world.publish(((ObjectNode) missed()).put("percent", 0));
        world.pass(Duration.ofHours(2));
        world.sweep();
        world.publish(missed());
        world.pass(Duration.ofHours(2));
        world.sweep();

        assertThat(world.told()).isEmpty();
    }

    /** Tells what is won within an hour together. */
    private static JsonNode batched(String stage, int percent) {
        var trigger = (ObjectNode) Json.read("""
                {
                  "trigger": "batched", "description": "For a test.", "labels": ["economy"], "owner": "economy-team",
                  "runbook": "runbooks/grants.md", "accessibility": "Announced in the inbox with text.",
                  "when": {"detail-type": ["match.ended.v1"]},
                  "limits": {"perPlayer": {"times": 5, "per": "P1D"}},
                  "pace": {"batch": {"firings": 5, "within": "PT1H"}},
                  "effects": [{"notify": {"message": "hello"}}]
                }""");
        trigger.put("stage", stage);
        return percent == 100 ? trigger : trigger.put("percent", percent);
    }

    /** Acts on whoever does not win again for an hour. */
    private static JsonNode missed() {
        return Json.read("""
                {
                  "trigger": "missed", "description": "For a test.", "labels": ["economy"], "owner": "economy-team",
                  "runbook": "runbooks/grants.md", "accessibility": "Announced in the inbox with text.",
                  "when": {"detail-type": ["match.ended.v1"]},
                  "window": {"absence": {"detail-type": ["match.ended.v1"]}, "within": "PT1H", "frame": "sliding"},
                  "limits": {"perPlayer": {"times": 5, "per": "P1D"}},
                  "effects": [{"notify": {"message": "hello"}}]
                }""");
    }
}
