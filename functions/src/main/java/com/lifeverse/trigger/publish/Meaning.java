package com.lifeverse.trigger.publish;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

    /** As it is remembered: in force with this publication, and in force until so long before the end. */
    Stood stood(Publication publication, Instant until) {
        return new Stood(
                key.map(EventField::path).orElse(""),
                scope.name(),
                measured(),
                publication.number(),
                publication.at(),
                until);
    }

    /** Where it differs from what the name stood for, as places in the trigger's file; empty if it means the same. */
    List<Violation> unlike(Stood before) {
        var found = new ArrayList<Violation>();
        if (!before.key().equals(key.map(EventField::path).orElse(""))) {
            found.add(new Violation("/once/key", "is another one than " + before.words() + ADVICE));
        }
        if (!before.scope().equals(scope.name())) {
            found.add(new Violation("/window/of", "is another one than " + before.words() + ADVICE));
        }
        if (!before.measure().equals(measured())) {
            found.add(new Violation("/window", "measures something else than " + before.words() + ADVICE));
        }
        return found;
    }

    // The same exactly for measures that remember the same, as Measure.remembersAs has it.
    private String measured() {
        return switch (measure) {
            case Measure.Count _ -> "count";
            case Measure.Sum sum -> "sum " + sum.field().path();
            case Measure.Distinct distinct -> "distinct " + distinct.field().path();
            case Measure.Sequence(var steps) ->
                "sequence " + NameBasedId.of("", sorted(steps).toString());
            case Measure.Absence _ -> "absence";
        };
    }

    // In whatever order a pattern's fields were written, it is the same pattern.
    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var all = new TreeMap<String, Object>();
                map.forEach((name, inner) -> all.put(name.toString(), sorted(inner)));
                yield all;
            }
            case List<?> list -> list.stream().map(Meaning::sorted).toList();
            case Object other -> other.getClass().getSimpleName() + ":" + other;
        };
    }
}
