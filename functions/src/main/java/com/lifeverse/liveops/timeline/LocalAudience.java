package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.event.Audience;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An audience as far as it is in one place, without what is the same for all there. */
final class LocalAudience {
    private LocalAudience() {}

    /** Who of that place is in it; empty if nobody can be. */
    static Optional<Audience> of(Audience audience, Place place) {
        var include = there(audience.include(), place);
        var exclude = there(audience.exclude(), place);
        boolean nobody = !audience.include().isEmpty() && include.isEmpty();
        if (nobody || audience.percent() == 0 || exclude.contains(Map.<String, Object>of())) {
            return Optional.empty();
        }
        // A pattern of nothing is anybody's.
        var some = include.contains(Map.<String, Object>of()) ? List.<Map<String, Object>>of() : include;
        return Optional.of(new Audience(some, exclude, audience.percent()));
    }

    /** What is left of a pattern there: nothing of it if all there match it, empty if nobody does. */
    static Optional<Map<String, Object>> pattern(Map<String, Object> pattern, Place place) {
        return there(List.of(pattern), place).stream().findFirst();
    }

    private static List<Map<String, Object>> there(List<Map<String, Object>> patterns, Place place) {
        return patterns.stream()
                .filter(pattern -> matches(pattern.get("platform"), place.platform())
                        && matches(pattern.get("region"), place.region()))
                .map(LocalAudience::rest)
                .toList();
    }

    /** True unless exact values are named and this is none of them. */
    private static boolean matches(@Nullable Object named, String value) {
        return !isExact(named) || (named instanceof List<?> values && values.contains(value));
    }

    private static Map<String, Object> rest(Map<String, Object> pattern) {
        var rest = new LinkedHashMap<>(pattern);
        if (isExact(rest.get("platform"))) {
            rest.remove("platform");
        }
        if (isExact(rest.get("region"))) {
            rest.remove("region");
        }
        return rest;
    }

    private static boolean isExact(@Nullable Object named) {
        return named instanceof List<?> values && values.stream().allMatch(String.class::isInstance);
    }
}
