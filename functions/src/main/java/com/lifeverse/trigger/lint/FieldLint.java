package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that no event of a trigger's types says anything in: slips of the pen, which would be waited for in vain.
 *
 * @param refused the places of patterns that the matcher refuses; they are let be
 */
record FieldLint(Trigger trigger, Surroundings surroundings, Set<String> refused) {
    private static final String DETAIL = "detail";

    /** Each with its place in the trigger's file. Types that are not there are let be: others say so. */
    List<Violation> findings() {
        var findings = new ArrayList<Violation>();
        pattern(trigger.when(), "/when", trigger.eventTypes(), findings);
        trigger.once().key().ifPresent(key -> field(key, "/once/key", findings));
        switch (trigger.window().measure()) {
            case Measure.Sum sum -> field(sum.field(), "/window/sum", findings);
            case Measure.Distinct distinct -> field(distinct.field(), "/window/distinct", findings);
            case Measure.Sequence(var steps) -> {
                for (int at = 0; at < steps.size(); at++) {
                    var own = Trigger.eventTypes(steps.get(at));
                    pattern(
                            steps.get(at),
                            "/window/sequence/" + at,
                            own.isEmpty() ? trigger.eventTypes() : own,
                            findings);
                }
            }
            case Measure.Absence(var of) -> pattern(of, "/window/absence", Trigger.eventTypes(of), findings);
            case Measure.Count _ -> {
                // It looks at no field.
            }
        }
        return List.copyOf(findings);
    }

    private void field(EventField field, String pointer, List<Violation> findings) {
        said(field.path(), pointer, trigger.eventTypes(), findings);
    }

    private void pattern(Map<?, ?> pattern, String pointer, List<String> types, List<Violation> findings) {
        if (!refused.contains(pointer)) {
            visit(pattern, pointer, "", types, findings);
        }
    }

    private void visit(Map<?, ?> pattern, String pointer, String path, List<String> types, List<Violation> findings) {
        pattern.forEach((key, value) -> {
            var name = String.valueOf(key);
            var below = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            var field = path.isEmpty() ? name : path + "." + name;
            if (Alternatives.are(name, value) && value instanceof List<?> choices) {
                for (int at = 0; at < choices.size(); at++) {
                    if (choices.get(at) instanceof Map<?, ?> choice) {
                        visit(choice, below + "/" + at, path, types, findings);
                    }
                }
            } else if (value instanceof Map<?, ?> deeper) {
                visit(deeper, below, field, types, findings);
            } else if (field.startsWith(DETAIL + ".")) {
                said(field.substring(DETAIL.length() + 1), below, types, findings);
            } else if (!EventField.AROUND.contains(field)) {
                findings.add(new Violation(below, "is nothing that an event on the bus says"));
            }
        });
    }

    private void said(String path, String pointer, List<String> types, List<Violation> findings) {
        var known = types.stream()
                .filter(type -> surroundings.types().apply(type).isPresent())
                .toList();
        if (!known.isEmpty()
                && known.stream().noneMatch(type -> surroundings.declares().test(type, path))) {
            findings.add(new Violation(pointer, "is no field of " + String.join(", ", known)));
        }
    }
}
