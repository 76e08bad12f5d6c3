package com.lifeverse.trigger.aws;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;

/** A few patterns and the machine that matches them, which is compiled at the first event. */
final class Matcher {
    private final TreeMap<String, String> patterns = new TreeMap<>();
    private @Nullable Machine compiled;

    void add(String name, String pattern) {
        patterns.put(name, pattern);
    }

    /** The names of the patterns that match the event. */
    List<String> matching(String event) {
        if (patterns.isEmpty()) {
            return List.of();
        }
        try {
            return machine().rulesForJSONEvent(event);
        } catch (Exception e) {
            // The machine declares Exception; what it throws of an event that is JSON is a fault of ours.
            throw new IllegalStateException("The matcher failed at patterns " + patterns.keySet(), e);
        }
    }

    private synchronized Machine machine() throws IOException {
        var machine = compiled;
        if (machine == null) {
            machine = Machine.builder().build();
            for (var pattern : patterns.entrySet()) {
                machine.addRule(pattern.getKey(), pattern.getValue());
            }
            compiled = machine;
        }
        return machine;
    }
}
