package com.lifeverse.trigger.shadow;

import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.Comparison.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * On how many events two versions both were for acting, or one of them alone. Events on which neither was are not counted.
 *
 * @param differing some of those on which they were not of one mind
 */
public record Agreement(long both, long onlyLive, long onlyShadow, List<Comparison> differing) {
    /** Nothing has been compared yet. */
    public static final Agreement NONE = new Agreement(0, 0, 0, List.of());

    public Agreement {
        differing = List.copyOf(differing);
    }

    /** What these come to. */
    public static Agreement of(Collection<Comparison> comparisons) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        var differing = new ArrayList<Comparison>();
        for (var each : comparisons) {
            counts.merge(each.verdict(), 1L, Long::sum);
            if (each.verdict() != Verdict.BOTH) {
                differing.add(each);
            }
        }
        return new Agreement(
                counts.getOrDefault(Verdict.BOTH, 0L),
                counts.getOrDefault(Verdict.ONLY_LIVE, 0L),
                counts.getOrDefault(Verdict.ONLY_SHADOW, 0L),
                differing);
    }

    /** How many events were compared. */
    public long compared() {
        return both + onlyLive + onlyShadow;
    }

    /** The part of them on which both were for acting, from 0 to 1; 1 if there was none on which they were not of one mind. */
    public double rate() {
        return compared() == 0 ? 1 : (double) both / compared();
    }
}
