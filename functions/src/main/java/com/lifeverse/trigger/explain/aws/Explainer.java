package com.lifeverse.trigger.explain.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.Breakers;
import com.lifeverse.trigger.Pools;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.decide.PastRules;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.explain.Choice;
import com.lifeverse.trigger.explain.Condition;
import com.lifeverse.trigger.explain.Explanation;
import com.lifeverse.trigger.explain.Whole;
import com.lifeverse.trigger.match.aws.Judge;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.profile.aws.Projections;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Explains what an event means to a trigger: by the same matcher and the same rules as when it is acted on; of one that the state knows, what
 * came of it. Reads the state and writes nothing. What all players share counts as used up when all of it is handed out: what processes that act have left of it, only they know.
 */
public final class Explainer {
    private static final int BEGINNING = 0;
    private static final int ANSWER = 1;

    private final TriggerStates states;
    private final ProfileKeeping keeping;
    private final Projections projections;
    private final TriggerPolicy policy;
    private final Breakers breakers;
    private final Pools pools;

    /** Explains with these states and profiles, of which the events' projections tell. */
    public Explainer(
            TriggerStates states,
            Breakers breakers,
            Pools pools,
            ProfileKeeping keeping,
            Projections projections,
            TriggerPolicy policy) {
        this.breakers = breakers;
        this.pools = pools;
        this.states = states;
        this.keeping = keeping;
        this.projections = projections;
        this.policy = policy;
    }

    /**
     * Explains.
     *
     * @param event the whole event as it stands on the bus
     */
    public Whole explain(TriggerFile file, ObjectNode event, Instant now) {
        var versions = file.versions();
        var envelope = Envelopes.read(event.path("detail"));
        var owner = versions.owner(envelope.playerId());
        var acting = versions.acting(owner);
        var subject = new Subject(owner, versions.id());
        var stored = states.read(List.of(subject)).getOrDefault(subject, Stored.NOTHING);
        var meant = acting.map(trigger -> new Meant(file, trigger, stored.state(), event, envelope, now).explanation())
                .orElseGet(() -> new Explanation(
                        versions.id(), envelope.id(), List.of(Choice.unmet(versions, owner)), Optional.empty()));
        var shadow = versions.shadowing(owner)
                .map(trigger -> new Whole.Shadow(
                        trigger.version(),
                        new Meant(file, trigger, stored.of(trigger, acting), event, envelope, now).explanation()));
        return new Whole(acting.map(Trigger::version).orElse(""), Choice.of(versions, owner), meant, shadow);
    }

    /** What the event means to one version. */
    private final class Meant {
        private final TriggerFile file;
        private final UnaryOperator<String> pointers;
        private final Trigger trigger;
        private final TriggerState state;
        private final ObjectNode event;
        private final Envelope envelope;
        private final Instant now;

        Meant(
                TriggerFile whole,
                Trigger trigger,
                TriggerState state,
                ObjectNode event,
                Envelope envelope,
                Instant now) {
            boolean follows = !whole.trigger().equals(trigger);
            this.file = follows ? whole.next().orElseThrow() : whole;
            this.pointers = follows ? whole.nextPointers()::of : UnaryOperator.identity();
            this.trigger = trigger;
            this.state = state;
            this.event = event;
            this.envelope = envelope;
            this.now = now;
        }

        Explanation explanation() {
            var conditions = new ArrayList<>(conditions("/when", event));
            if (trigger.window().measure() instanceof Measure.Absence && !met(conditions)) {
                var ends = conditions("/window/absence", event);
                if (met(ends)) {
                    return past(ends, ANSWER).orElseGet(() -> explained(ends, Optional.of(decide(ANSWER))));
                }
            }
            var before = met(conditions) ? past(conditions, BEGINNING) : Optional.<Explanation>empty();
            if (before.isPresent()) {
                return before.get();
            }
            conditions.addAll(ofPlayer());
            if (!met(conditions)) {
                return explained(conditions, Optional.empty());
            }
            int step = new Steps().of(trigger, event.toString());
            if (step == Steps.NONE) {
                conditions.add(new Condition(
                        pointers.apply("/window/sequence"), "to be one of the steps", "none of them", false, ""));
                return explained(conditions, Optional.empty());
            }
            return explained(conditions, Optional.of(decide(step)));
        }

        // Who the player is with what the event says itself, as when it is acted on.
        private List<Condition> ofPlayer() {
            if (!PlayerConditions.has(trigger)) {
                return List.of();
            }
            if (envelope.isReplay()) {
                // As when it is acted on: nobody knows who they were then.
                return List.of(new Condition(
                        pointers.apply("/player"),
                        "who the player was when it happened",
                        "an event that is told again",
                        false,
                        ""));
            }
            try {
                var document = keeping.foreseen(envelope.playerId(), projections.of(event.toString()));
                return conditions("/player", Json.mapper().valueToTree(document));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("An event that was read is JSON", e);
            }
        }

        private Decision decide(int step) {
            var decision = TriggerRules.decide(trigger, new Happening(envelope, step), state, now, policy);
            return Burn.of(trigger)
                    .filter(_ -> decision.acts())
                    .map(_ -> breakers.of(trigger.id(), now))
                    .filter(Breaker::holds)
                    .<Decision>map(breaker -> new Decision.Tripped(breaker.since()))
                    .orElseGet(() -> afforded(decision));
        }

        private Decision afforded(Decision decision) {
            return TriggerRules.claims(decision).stream()
                    .filter(claim -> pools.leased(trigger.id(), claim) + claim.amount() > claim.most())
                    .findFirst()
                    .<Decision>map(claim -> new Decision.Exhausted(claim.pool(), claim.until()))
                    .orElse(decision);
        }

        /** What came of it before; who the player was then, nobody knows any more. */
        private Optional<Explanation> past(List<Condition> conditions, int step) {
            return PastRules.of(trigger, new Happening(envelope, step), state)
                    .map(past -> new Explanation(
                            trigger.id(), envelope.id(), conditions, Optional.of(decide(step)), Optional.of(past)));
        }

        private Explanation explained(List<Condition> conditions, Optional<Decision> decision) {
            return new Explanation(trigger.id(), envelope.id(), conditions, decision);
        }

        private List<Condition> conditions(String pointer, ObjectNode subject) {
            return file.document().at(pointer) instanceof ObjectNode pattern
                    ? Judge.conditions(pointers.apply(pointer), pattern, subject)
                    : List.of();
        }
    }

    private static boolean met(List<Condition> conditions) {
        return conditions.stream().allMatch(Condition::met);
    }
}
