package com.lifeverse.liveops.event;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * For whom an event is: who matches one of {@code include} and none of {@code exclude}, and of those so many of a hundred.
 *
 * @param include EventBridge patterns over a player's profile, as plain Java; none for everybody
 * @param exclude the same; none for nobody
 * @param percent 0 to 100, by a hash of event and player, so that whoever is in stays in when it grows
 */
public record Audience(List<Map<String, Object>> include, List<Map<String, Object>> exclude, int percent) {
    /** Everybody. */
    public static final Audience ALL = new Audience(List.of(), List.of(), 100);

    public Audience {
        include = copies(include);
        exclude = copies(exclude);
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("An audience has 0 to 100 of a hundred");
        }
    }

    /**
     * The values that a field of the profile has for all players of the audience: those that the patterns name exactly.
     *
     * @return empty if players with any other value can be in it, too
     */
    public Optional<Set<String>> only(String field) {
        var values = new TreeSet<String>();
        for (var pattern : include) {
            if (!(pattern.get(field) instanceof List<?> named)
                    || !named.stream().allMatch(String.class::isInstance)) {
                return Optional.empty();
            }
            named.forEach(value -> values.add((String) value));
        }
        return include.isEmpty() ? Optional.empty() : Optional.of(values);
    }

    /** True if a player with that value in the field can be in it. */
    public boolean canHave(String field, String value) {
        return only(field).map(values -> values.contains(value)).orElse(true);
    }

    /** True if there may be a player who is in both, as far as the patterns name values exactly, or the same. */
    public boolean canMeet(Audience other) {
        return percent > 0
                && other.percent > 0
                && canShare("platform", other)
                && canShare("region", other)
                && isSomebodyLeftBy(other)
                && other.isSomebodyLeftBy(this);
    }

    private boolean isSomebodyLeftBy(Audience other) {
        return include.isEmpty()
                ? !other.leavesOut(Map.of())
                : include.stream().anyMatch(pattern -> !other.leavesOut(pattern));
    }

    /** True if it is for nobody who matches the pattern, be it that its own take away one value of a field after the other. */
    private boolean leavesOut(Map<String, Object> pattern) {
        return excludes(pattern)
                || pattern.entrySet().stream()
                        .anyMatch(field -> field.getValue() instanceof List<?> values
                                && !values.isEmpty()
                                && values.stream().allMatch(value -> excludes(with(pattern, field.getKey(), value))));
    }

    private boolean excludes(Map<String, Object> pattern) {
        return exclude.stream()
                .anyMatch(wider -> wider.entrySet().stream()
                        .allMatch(field -> isWithin(pattern.get(field.getKey()), field.getValue())));
    }

    private static boolean isWithin(@Nullable Object narrow, @Nullable Object wide) {
        return Objects.equals(wide, narrow)
                || (narrow instanceof List<?> few
                        && wide instanceof List<?> many
                        && !few.isEmpty()
                        && many.containsAll(few));
    }

    private static Map<String, Object> with(Map<String, Object> pattern, String field, @Nullable Object value) {
        var one = new LinkedHashMap<>(pattern);
        one.put(field, Collections.singletonList(value));
        return one;
    }

    private boolean canShare(String field, Audience other) {
        var mine = only(field);
        var theirs = other.only(field);
        return mine.isEmpty() || theirs.isEmpty() || !Collections.disjoint(mine.get(), theirs.get());
    }

    private static List<Map<String, Object>> copies(List<Map<String, Object>> patterns) {
        return patterns.stream()
                .map(pattern -> Collections.unmodifiableMap(new LinkedHashMap<>(pattern)))
                .toList();
    }
}
