package com.lifeverse.trigger;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A trigger as its authors wrote it.
 *
 * @param id its name; also the file's
 * @param description what it does, for people
 * @param labels where to find it; from the taxonomy
 * @param owner the team that answers for it
 * @param runbook what to do when it misbehaves; below {@code docs/}
 * @param accessibility how players with differing needs perceive what it does
 * @param when an EventBridge pattern, as plain Java
 * @param window how many happenings make it fire
 * @param limit how often it may act for one player
 * @param effects what to do; an effect's place, from 1, is its tier
 */
public record Trigger(
        String id,
        String description,
        List<String> labels,
        String owner,
        String runbook,
        String accessibility,
        Map<String, Object> when,
        Window window,
        Limit limit,
        List<Effect> effects) {

    /** Fires at every {@code count}-th happening within a span. */
    public record Window(int count, Span within) {
        public Window {
            if (count < 1) {
                throw new IllegalArgumentException("A window counts to at least one");
            }
        }
    }

    /** Acts at most {@code times} within a span. */
    public record Limit(int times, Span per) {
        public Limit {
            if (times < 1) {
                throw new IllegalArgumentException("A limit lets through at least one");
            }
        }
    }

    public Trigger {
        labels = List.copyOf(labels);
        when = Collections.unmodifiableMap(new LinkedHashMap<>(when));
        effects = List.copyOf(effects);
    }

    /** The event types that its pattern names; empty if it names them in another way than by their exact names. */
    public List<String> eventTypes() {
        if (when.get("detail-type") instanceof List<?> types && types.stream().allMatch(String.class::isInstance)) {
            return types.stream().map(String.class::cast).toList();
        }
        return List.of();
    }

    /** True if it gives something of value. */
    public boolean grants() {
        return effects.stream().anyMatch(Effect.Grant.class::isInstance);
    }
}
