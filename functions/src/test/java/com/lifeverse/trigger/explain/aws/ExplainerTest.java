package com.lifeverse.trigger.explain.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Breakers;
import com.lifeverse.trigger.RememberedStates;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.RememberedProfiles;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.profile.aws.Projections;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class ExplainerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:10Z");
    private static final TriggerPolicy POLICY = Standard.of(TriggerPolicy.class);

    private final Explainer explainer = new Explainer(
            new RememberedStates(),
            Breakers.unwatched(),
            (_, _) -> 0,
            new ProfileKeeping(new RememberedProfiles(), ProfileFile.shipped(), InstantSource.fixed(NOW), POLICY),
            new Projections(ProfileFile.shipped()),
            POLICY);

    @Test
    void anEventThatIsToldAgainSetsOffNothingThatGoesByThePlayer() throws Exception {
        assertThat(acts("\"player\": {\"level\": [{\"exists\": false}]},", false))
                .isTrue();
        assertThat(acts("\"player\": {\"level\": [{\"exists\": false}]},", true))
                .isFalse();
        assertThat(acts("", true)).isTrue();
    }

    private boolean acts(String player, boolean replayed) throws Exception {
        var file = ((Reading.Sound) TriggerFile.read("""
                {"trigger": "gift", "description": "For a test.", "labels": ["operations"], "owner": "online-services",
                 "runbook": "runbooks/incidents.md", "accessibility": "Nothing is shown.", %s
                 "when": {"detail-type": ["match.ended.v1"]}, "limits": {"perPlayer": {"times": 1, "per": "P1D"}},
                 "effects": [{"notify": {"message": "hello"}}]}""".formatted(player))).file();
        var event = (ObjectNode) Json.read("""
                {"detail-type": "match.ended.v1", "source": "lifeverse.game-server", "detail": {
                 "id": "evt_1", "type": "match.ended.v1", "version": 1, "time": "2026-11-20T18:42:09Z", "playerId": "ply_1",
                 "producer": "game-server", "isReplay": %s, "payload": {"matchId": "m1", "mode": "duel", "outcome": "win",
                 "durationSeconds": 3}}}""".formatted(replayed));
        return explainer.explain(file, event, NOW).explanation().decision().isPresent();
    }
}
