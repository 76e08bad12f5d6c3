package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.flag.Flag;
import com.lifeverse.liveops.flag.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether what is set is there to be set, and fits. */
public final class FlagLint {
    private FlagLint() {}

    /** What is wrong with what an event sets. Where no flag is declared at all, nothing is said. */
    public static List<Finding> findings(LiveEvent event, Flags flags) {
        var findings = new ArrayList<Finding>();
        if (!flags.all().isEmpty()) {
            check(event.overrides(), "/overrides/", flags, findings);
            check(event.fallback(), "/fallback/overrides/", flags, findings);
            event.experiment().ifPresent(experiment -> {
                for (int at = 0; at < experiment.variants().size(); at++) {
                    check(
                            experiment.variants().get(at).overrides(),
                            "/experiment/variants/" + at + "/overrides/",
                            flags,
                            findings);
                }
            });
        }
        return findings;
    }

    /**
     * What is wrong with the declarations themselves.
     *
     * @param patternFault why the matcher refuses a pattern; empty if it takes it
     */
    public static List<Finding> findings(Flags flags, Function<Map<String, Object>, Optional<String>> patternFault) {
        var findings = new ArrayList<Finding>();
        for (var flag : flags.all().values()) {
            var place = "/flags/" + flag.name();
            if (!flag.type().fits(flag.standard())) {
                findings.add(Finding.error("flag-type", place + "/default", "must be " + word(flag.type())));
            }
            for (int at = 0; at < flag.variants().size(); at++) {
                var variant = flag.variants().get(at);
                var pointer = place + "/variants/" + at;
                fit(flag, variant.value(), pointer + "/value", findings);
                patternFault
                        .apply(variant.when())
                        .ifPresent(fault -> findings.add(Finding.error("no-pattern", pointer + "/when", fault)));
            }
        }
        return findings;
    }

    private static void check(Map<String, Object> set, String pointer, Flags flags, List<Finding> findings) {
        set.forEach((name, value) -> {
            var known = flags.find(name);
            if (known.isPresent()) {
                fit(known.get(), value, pointer + name, findings);
            } else {
                findings.add(Finding.warning(
                        "undeclared-flag", pointer + name, "is not in flags/flags.yaml: the game may know of none"));
            }
        });
    }

    private static void fit(Flag flag, @Nullable Object value, String pointer, List<Finding> findings) {
        if (value == null) {
            return;
        }
        if (!flag.type().fits(value)) {
            findings.add(Finding.error("flag-type", pointer, "must be " + word(flag.type())));
        } else if (value instanceof Map<?, ?> patch && flag.standard() instanceof Map<?, ?> standard) {
            members(patch, standard, pointer, findings);
        }
    }

    /** Each member keeps the kind that it has in the default; one that is not there may be anything. */
    private static void members(Map<?, ?> patch, Map<?, ?> standard, String pointer, List<Finding> findings) {
        patch.forEach((name, value) -> {
            var known = standard.get(name);
            if (value == null || known == null) {
                return;
            }
            var place = pointer + "/" + name;
            if (Flag.Type.of(value) != Flag.Type.of(known)) {
                findings.add(Finding.error("flag-type", place, "must be " + word(Flag.Type.of(known))));
            } else if (value instanceof Map<?, ?> inner && known instanceof Map<?, ?> own) {
                members(inner, own, place, findings);
            }
        });
    }

    private static String word(Flag.Type type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case INTEGER -> "a whole number";
            case NUMBER -> "a number";
            case TEXT -> "a text";
            case LIST -> "a list";
            case OBJECT -> "an object";
        };
    }
}
