package com.lifeverse.trigger.publish;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept under a trigger's name of what happened. Whatever acts under the same name later reads it, and knows a repeat by it only
 * if it means the same.
 *
 * @param key the field that names a happening
 * @param scope whose state it is in
 * @param measure what is kept of it
 * @param acts whether effects come of it, and not only a comparison or nothing
 */
public record Meaning(Optional<EventField> key, Scope scope, Measure measure, boolean acts) {
    private static final String ADVICE =
            ", so that what was done could be done again when events are told again: give the trigger another name";

    /** A trigger's. */
    public static Meaning of(Trigger trigger, boolean acts) {
        return new Meaning(
                trigger.once().key(), trigger.window().scope(), trigger.window().measure(), acts);
    }

    /**
     * Where it differs from what the name stood for, as places in the trigger's file; empty if it means the same.
     *
     * @param when in which publication, in words
     */
    List<Violation> unlike(Meaning before, String when) {
        var found = new ArrayList<Violation>();
        if (!key.equals(before.key())) {
            found.add(new Violation("/once/key", "is another one than " + when + ADVICE));
        }
        if (scope != before.scope()) {
            found.add(new Violation("/window/of", "is another one than " + when + ADVICE));
        }
        if (!measure.remembersAs(before.measure())) {
            found.add(new Violation("/window", "measures something else than " + when + ADVICE));
        }
        return found;
    }
}
