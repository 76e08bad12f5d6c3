package com.lifeverse.trigger.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A trigger as its authors wrote it.
 *
 * @param id its name; also the file's
 * @param version names what it does: another one whenever that becomes different, and the same whenever it is as it was
 * @param about what people need to know of it
 * @param when an EventBridge pattern over the event, as plain Java
 * @param player another over the player's profile and session; empty if it is for everybody
 * @param window what has to happen for it to fire
 * @param limits how often it may act
 * @param once what makes two events the same happening
 * @param pace how its effects are carried out
 * @param effects what to do; an effect's place, from 1, is its tier
 */
public record Trigger(
        String id,
        String version,
        About about,
        Map<String, Object> when,
        Map<String, Object> player,
        Window window,
        Limits limits,
        Once once,
        Pace pace,
        List<Effect> effects) {

    public Trigger {
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
        player = Collections.unmodifiableMap(new LinkedHashMap<>(player));
        effects = List.copyOf(effects);
    }

    /** The event types that its pattern names; empty if it names them in another way than by their exact names. */
    public List<String> eventTypes() {
        return eventTypes(when);
    }

    /** The event types that are looked at for it: its pattern's and, if it waits for an absence, those that end the wait. */
    public List<String> heardTypes() {
        var heard = new LinkedHashSet<>(eventTypes());
        if (window.measure() instanceof Measure.Absence(var of)) {
            heard.addAll(eventTypes(of));
        }
        return new ArrayList<>(heard);
    }

    /** The event types that a pattern names exactly. */
    public static List<String> eventTypes(Map<String, Object> pattern) {
        if (pattern.get("detail-type") instanceof List<?> types
                && types.stream().allMatch(String.class::isInstance)) {
            return types.stream().map(String.class::cast).toList();
        }
        return List.of();
    }

    /** True if it gives something of value. */
    public boolean grants() {
        return effects.stream().anyMatch(Effect.Grant.class::isInstance);
    }
}
