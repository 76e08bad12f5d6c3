package com.lifeverse.trigger.explain.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Breakers;
import com.lifeverse.trigger.RememberedStates;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.decide.Past;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.RememberedProfiles;
import com.lifeverse.trigger.profile.aws.ProfileFile;
import com.lifeverse.trigger.profile.aws.Projections;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class ExplainerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:10Z");
    private static final TriggerPolicy POLICY = Standard.of(TriggerPolicy.class);

    private final RememberedStates states = new RememberedStates();
    private final Explainer explainer = new Explainer(
            states,
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

    @Test
    void whatWasDecidedOnIsToldAsItWasThoughThePlayerIsAnotherByNow() throws Exception {
        var file = gift("\"player\": {\"level\": [7]},");
        var trigger = file.trigger();
        var fired = TriggerRules.decide(
                trigger, Happening.of(Envelopes.read(event(false).path("detail"))), TriggerState.NEW, NOW, POLICY);
        states.save(List.of(new Change(
                new Subject("ply_1", trigger.id()),
                Stored.NOTHING,
                TriggerRules.after(fired, TriggerState.NEW),
                List.of(),
                "one",
                Optional.empty(),
                NOW)));

        var explanation = explainer.explain(file, event(false), NOW).explanation();
        assertThat(explanation.fired()).isTrue();
        assertThat(explanation.past()).containsInstanceOf(Past.Fired.class);
    }

    private boolean acts(String player, boolean replayed) throws Exception {
        return explainer
                .explain(gift(player), event(replayed), NOW)
                .explanation()
                .decision()
                .isPresent();
    }

    private static TriggerFile gift(String player) throws Exception {
        return ((Reading.Sound) TriggerFile.read("""
                {"trigger": "gift", "description": "For a test.", "labels": ["operations"], "owner": "online-services",
                 "runbook": "runbooks/incidents.md", "accessibility": "Nothing is shown.", %s
                 "when": {"detail-type": ["match.ended.v1"]}, "limits": {"perPlayer": {"times": 1, "per": "P1D"}},
                 "effects": [{"notify": {"message": "hello"}}]}""".formatted(player))).file();
    }

    private static ObjectNode event(boolean replayed) throws Exception {
        return (ObjectNode) Json.read("""
                {"detail-type": "match.ended.v1", "source": "lifeverse.game-server", "detail": {
                 "id": "evt_1", "type": "match.ended.v1", "version": 1, "time": "2026-11-20T18:42:09Z", "playerId": "ply_1",
                 "producer": "game-server", "isReplay": %s, "payload": {"matchId": "m1", "mode": "duel", "outcome": "win",
                 "durationSeconds": 3}}}""".formatted(replayed));
    }
}
