package com.lifeverse.trigger.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the version that acts and the one that only decides made of the same event, where at least one of them was for acting.
 *
 * @param event the event's id
 */
public record Comparison(Verdict verdict, String event) {
    /** Who was for acting. */
    public enum Verdict {
        BOTH("both"),
        ONLY_LIVE("only-live"),
        ONLY_SHADOW("only-shadow");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** As it is written and shown. */
        public String word() {
            return word;
        }

        /** The one that is written so. */
        public static Verdict of(String word) {
            return Arrays.stream(values())
                    .filter(verdict -> verdict.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No verdict is called " + word));
        }
    }

    /** Compares the events that the two were for acting on. */
    public static List<Comparison> of(Set<String> live, Set<String> shadow) {
        var all = new LinkedHashSet<>(live);
        all.addAll(shadow);
        var comparisons = new ArrayList<Comparison>();
        for (var event : all) {
            var verdict = shadow.contains(event)
                    ? live.contains(event) ? Verdict.BOTH : Verdict.ONLY_SHADOW
                    : Verdict.ONLY_LIVE;
            comparisons.add(new Comparison(verdict, event));
        }
        return List.copyOf(comparisons);
    }
}
