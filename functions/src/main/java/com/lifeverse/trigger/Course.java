package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.DueRules;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one version of a trigger makes of happenings, or of time that passed, one after the other. */
final class Course {
    /** What is left of a decision after what it claims of what all share has been asked for. */
    @FunctionalInterface
    interface Purse {
        Decision afforded(Trigger trigger, String cause, Decision decision);
    }

    private final Trigger trigger;
    private final Purse purse;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Envelope> told = new ArrayList<>();
    private final Set<String> acted = new LinkedHashSet<>();
    private final Map<String, Decision> refused = new LinkedHashMap<>();
    private TriggerState state;

    Course(Trigger trigger, TriggerState begin, Purse purse) {
        this.trigger = trigger;
        this.state = begin;
        this.purse = purse;
    }

    /** Decides on happenings. */
    Course over(List<Happening> happenings, Instant now, TriggerPolicy policy) {
        for (var happening : happenings) {
            var made = TriggerRules.decide(trigger, happening, state, now, policy);
            var decision = afforded(happening.event().id(), made);
            take(decision);
            if (decision.acts()) {
                acted.add(happening.event().id());
            }
            state = TriggerRules.after(decision, state);
        }
        return this;
    }

    /**
     * Decides on what time alone has brought about.
     *
     * @param suits whether the trigger wants the player as they are now
     */
    Course until(Instant now, String owner, boolean suits) {
        var due = DueRules.overdue(trigger, owner, suits, state, now);
        while (due.isPresent()) {
            var cause = due.get().cause();
            var made = due.get().decision();
            // What was decided before, and is only told now, claims nothing any more.
            var decision = cause.map(id -> afforded(id, made)).orElse(made);
            take(decision);
            if (decision.acts()) {
                cause.ifPresent(acted::add);
            }
            var after = TriggerRules.after(decision, state);
            state = after.equals(state) ? due.get().otherwise() : after;
            due = DueRules.overdue(trigger, owner, suits, state, now);
        }
        return this;
    }

    private Decision afforded(String cause, Decision made) {
        var decision = purse.afforded(trigger, cause, made);
        if (!decision.equals(made)) {
            refused.put(cause, decision);
        }
        return decision;
    }

    private void take(Decision decision) {
        decisions.add(decision);
        told.addAll(TriggerRules.told(decision));
    }

    Trigger trigger() {
        return trigger;
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** What it tells, if it is the version that acts. */
    List<Envelope> told() {
        return List.copyOf(told);
    }

    /** The events that it was for acting on. */
    Set<String> acted() {
        return Collections.unmodifiableSet(acted);
    }

    /** What became of decisions that did not get what they claimed, by their causes. */
    Map<String, Decision> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** What it leaves behind. */
    TriggerState state() {
        return state;
    }
}
