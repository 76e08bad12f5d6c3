package com.lifeverse.trigger.publish.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lint.aws.Shipped;
import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class RelintTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:08Z");
    private static final Draft NOTHING = new Draft(new TreeMap<>());

    private final Relint relint =
            new Relint(Shipped.surroundings(), Standard.of(TriggerPolicy.class), Standard.of(SchedulePolicy.class));

    @Test
    void whatNamesAWorkflowThatIsNoMoreIsFoundUnlessItIsInForceAsItStands() {
        var old = of("old", "{\"startWorkflow\": {\"workflow\": \"taken-out\", \"input\": {}}}");

        assertThat(relint.findings(old, NOTHING, NOW).getOrDefault("old", List.of()))
                .extracting(Violation::pointer)
                .containsExactly("/effects/0/startWorkflow/workflow");
        assertThat(relint.findings(old, old, NOW)).isEmpty();
    }

    @Test
    void whatTheCodeCannotReadAnyMoreIsFound() {
        assertThat(relint.findings(of("old", "{\"teleport\": {}}"), NOTHING, NOW))
                .containsOnlyKeys("old");
    }

    @Test
    void whatComesWithTheCodeIsSound() {
        assertThat(relint.findings(CurrentCatalogue.shippedDraft(), NOTHING, NOW))
                .isEmpty();
    }

    private static Draft of(String name, String effect) {
        return new Draft(new TreeMap<>(Map.of(name, """
                {"trigger": "%s", "description": "For a test.", "labels": ["operations"], "owner": "online-services",
                 "runbook": "runbooks/incidents.md", "accessibility": "Nothing is shown.",
                 "when": {"detail-type": ["match.ended.v1"]}, "limits": {"perPlayer": {"times": 1, "per": "P1D"}},
                 "effects": [%s]}""".formatted(name, effect))));
    }
}
