package com.lifeverse.trigger.explain.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.explain.Condition;
import com.lifeverse.trigger.explain.Explanation;
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

/**
 * Explains what an event means to a trigger: by the same matcher and the same rules as when it is acted on. Reads the state and
 * writes nothing. What all players share is not asked for, since asking takes.
 */
public final class Explainer {
    private static final int ANSWER = 1;

    private final TriggerStates states;
    private final ProfileKeeping keeping;
    private final Projections projections;
    private final TriggerPolicy policy;

    /** Explains with these states and profiles, of which the events' projections tell. */
    public Explainer(TriggerStates states, ProfileKeeping keeping, Projections projections, TriggerPolicy policy) {
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
    public Explanation explain(TriggerFile file, ObjectNode event, Instant now) {
        var trigger = file.trigger();
        var envelope = Envelopes.read(event.path("detail"));
        var conditions = new ArrayList<>(conditions("/when", file, event));
        if (trigger.window().measure() instanceof Measure.Absence && !met(conditions)) {
            var ends = conditions("/window/absence", file, event);
            if (met(ends)) {
                return explained(trigger, envelope, ends, Optional.of(decide(trigger, envelope, ANSWER, now)));
            }
        }
        conditions.addAll(ofPlayer(file, event, envelope));
        if (!met(conditions)) {
            return explained(trigger, envelope, conditions, Optional.empty());
        }
        int step = new Steps().of(trigger, event.toString());
        if (step == Steps.NONE) {
            var all = new ArrayList<>(conditions);
            all.add(new Condition("/window/sequence", "to be one of the steps", "none of them", false, ""));
            return explained(trigger, envelope, all, Optional.empty());
        }
        return explained(trigger, envelope, conditions, Optional.of(decide(trigger, envelope, step, now)));
    }

    // Who the player is with what the event says itself, as when it is acted on.
    private List<Condition> ofPlayer(TriggerFile file, ObjectNode event, Envelope envelope) {
        if (!PlayerConditions.has(file.trigger())) {
            return List.of();
        }
        try {
            var document = keeping.foreseen(envelope.playerId(), projections.of(event.toString()));
            return file.document().at("/player") instanceof ObjectNode pattern
                    ? Judge.conditions("/player", pattern, Json.mapper().valueToTree(document))
                    : List.of();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event that was read is JSON", e);
        }
    }

    private Decision decide(Trigger trigger, Envelope event, int step, Instant now) {
        var subject = new Subject(trigger.window().owner(event.playerId()), trigger.id());
        var stored = states.read(List.of(subject)).getOrDefault(subject, Stored.NOTHING);
        return TriggerRules.decide(trigger, new Happening(event, step), stored.state(), now, policy);
    }

    private static Explanation explained(
            Trigger trigger, Envelope event, List<Condition> conditions, Optional<Decision> decision) {
        return new Explanation(trigger.id(), event.id(), conditions, decision);
    }

    private static List<Condition> conditions(String pointer, TriggerFile file, ObjectNode event) {
        return file.document().at(pointer) instanceof ObjectNode pattern
                ? Judge.conditions(pointer, pattern, event)
                : List.of();
    }

    private static boolean met(List<Condition> conditions) {
        return conditions.stream().allMatch(Condition::met);
    }
}
