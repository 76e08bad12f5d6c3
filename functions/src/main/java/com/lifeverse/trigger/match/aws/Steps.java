package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which step of a trigger's sequence an event is. Safe for use by several threads. */
public final class Steps {
    /** What no step of a sequence is: the event counts for nothing. */
    public static final int NONE = -1;

    private final Map<Measure.Sequence, TriggerIndex> sequences = new ConcurrentHashMap<>();

    /** The first step that the event matches; 0 where there is no sequence, {@link #NONE} if it matches no step of one. */
    public int of(Trigger trigger, String event) {
        if (!(trigger.window().measure() instanceof Measure.Sequence sequence)) {
            return 0;
        }
        try {
            return sequences.computeIfAbsent(sequence, Steps::index).matching(event).stream()
                    .mapToInt(Integer::parseInt)
                    .min()
                    .orElse(NONE);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event that a trigger wants is JSON", e);
        }
    }

    private static TriggerIndex index(Measure.Sequence sequence) {
        var patterns = new TreeMap<String, String>();
        for (int at = 0; at < sequence.steps().size(); at++) {
            patterns.put(Integer.toString(at), Json.write(sequence.steps().get(at)));
        }
        return new TriggerIndex(patterns);
    }
}
