package com.lifeverse.trigger.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lint.aws.Shipped;
import com.lifeverse.trigger.publish.aws.Submission;
import com.lifeverse.trigger.spec.aws.Resources;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("adapters")
final class VersionLintTest {
    private static final String SOUND = """
        - trigger: first-win-of-the-day
          description: A player's first win each day earns a small bonus.
          labels: [economy]
          owner: economy-team
          runbook: runbooks/grants.md
          accessibility: Announced in the inbox with text.
          when: { detail-type: ["match.ended.v1"] }
          window: { count: 2, within: P1D }
          limits: { perPlayer: { times: 1, per: P1D } }
          effects: [{ notify: { message: first-win } }]
        """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stage: shadow                                                                 |
            stage: retired                                                                |
            stage: retired, owner: nobody-knows                                           | /owner
            percent: 10                                                                   |
            stage: draft, percent: 10                                                     | /percent
            stage: life                                                                   | /stage
            next: { stage: draft, limits: { perPlayer: { times: 2, per: P1D } } }         |
            next: { stage: shadow, limits: { perPlayer: { times: 2, per: P1D } } }        |
            next: { stage: live, percent: 5, limits: { perPlayer: { times: 2, per: P1D } } } |
            next: { stage: shadow, window: { sum: payload.durationSeconds, total: 60, least: 60, within: P1D } } |
            next: { limits: { perPlayer: { times: 2, per: P1D } } }                       | /next/stage
            next: { stage: retired }                                                      | /next/stage
            next: { stage: live, limits: { perPlayer: { times: 2, per: P1D } } }          | /next/percent
            next: { stage: shadow, percent: 5, limits: { perPlayer: { times: 2, per: P1D } } } | /next/percent
            next: { stage: shadow }                                                       | /next
            next: { stage: shadow, owner: others }                                        | /next/owner
            next: { stage: shadow, limits: { perPlayer: { times: 0, per: P1D } } }        | /next/limits/perPlayer/times
            next: { stage: shadow, effects: [{}] } | /next/effects/0
            next: { stage: draft, when: { detail-type: ["match.endet.v1"] } }             | /next/when/detail-type/0
            next: { stage: live, percent: 5, once: { key: payload.matchId } }             | /next/once
            next: { stage: shadow, once: { key: payload.matchId } }                       |
            next: { stage: live, percent: 5, window: { distinct: payload.mode, values: 2, within: P1D } } | /next/window
            next: { stage: shadow, window: { count: 3, within: P1D, of: global } }        | /next/window/of
            stage: draft, next: { stage: shadow, limits: { perPlayer: { times: 2, per: P1D } } } | /next/stage
            percent: 10, window: { count: 3, within: P1D, of: global }                    | /percent
            when: { detail-type: ["milestone.reached.v1"] }, next: { stage: draft, effects: [{ emit: { type: milestone.reached.v1, payload: { milestone: again } } }] } | /next/effects
            """)
    void whatIsWrongWithVersionsIsToldWithItsPlace(String members, String pointer) throws Exception {
        var document = Resources.yaml(SOUND);
        ((ObjectNode) document.path(0)).setAll((ObjectNode) Resources.yaml("{" + members + "}"));
        var findings = Submission.read(document, Shipped.surroundings(), Standard.of(TriggerPolicy.class))
                .findings();

        assertThat(findings.stream().map(Violation::pointer).distinct())
                .isEqualTo(pointer == null ? List.of() : List.of("/triggers/0" + pointer));
    }
}
