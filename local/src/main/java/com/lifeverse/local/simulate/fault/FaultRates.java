package com.lifeverse.local.simulate.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How likely each fault is at a crossing where it can happen, from 0 to 1; a kind without a rate does not happen. A fault
 * that can happen at few crossings is rarer in a run than its rate. As text: {@code crash,restart=0.01} has the usual rate
 * of crashes, one of restarts, and nothing else; {@code all} and {@code none} are what they say.
 */
public record FaultRates(Map<FaultKind, Double> rates) {
    private static final String ALL = "all";
    private static final String NONE = "none";

    public FaultRates {
        var ordered = new EnumMap<FaultKind, Double>(FaultKind.class);
        ordered.putAll(rates);
        ordered.values().removeIf(rate -> rate == 0);
        if (ordered.values().stream().anyMatch(rate -> !(rate > 0)) || sum(ordered) > 1) {
            throw new IllegalArgumentException("Rates must be positive and add up to 1 at most: " + ordered);
        }
        rates = ordered;
    }

    /** A bad day: at every eleventh crossing something goes wrong. */
    public static FaultRates usual() {
        return new FaultRates(Stream.of(FaultKind.values()).collect(Collectors.toMap(kind -> kind, FaultKind::usual)));
    }

    /** Nothing ever goes wrong. */
    public static FaultRates none() {
        return new FaultRates(Map.of());
    }

    /**
     * What {@link #toString()} writes, and people do.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static FaultRates parse(String text) {
        var parsed = none();
        for (var word : List.of(text.split(",", -1))) {
            if (word.equals(ALL)) {
                parsed = usual();
            } else if (!word.equals(NONE)) {
                var parts = word.split("=", 2);
                var kind = FaultKind.named(parts[0])
                        .orElseThrow(() -> new IllegalArgumentException("There is no fault '%s'; the faults are: %s"
                                .formatted(parts[0], List.of(FaultKind.values()))));
                parsed = parsed.with(kind, parts.length == 1 ? kind.usual() : rate(word, parts[1]));
            }
        }
        return parsed;
    }

    private static double rate(String word, String number) {
        try {
            return Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'%s' needs a rate from 0 to 1".formatted(word), e);
        }
    }

    /** The same, with another rate of one kind. */
    public FaultRates with(FaultKind kind, double rate) {
        var changed = new EnumMap<FaultKind, Double>(FaultKind.class);
        changed.putAll(rates);
        changed.put(kind, rate);
        return new FaultRates(changed);
    }

    /** All rates, times {@code factor}. */
    public FaultRates times(double factor) {
        var changed = new EnumMap<FaultKind, Double>(FaultKind.class);
        rates.forEach((kind, rate) -> changed.put(kind, rate * factor));
        return new FaultRates(changed);
    }

    /** The rate of a kind. */
    public double of(FaultKind kind) {
        return rates.getOrDefault(kind, 0.0);
    }

    /** Of all kinds together. */
    public double total() {
        return sum(rates);
    }

    private static double sum(Map<FaultKind, Double> rates) {
        return rates.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public String toString() {
        if (equals(usual())) {
            return ALL;
        }
        var words = new ArrayList<String>();
        rates.forEach((kind, rate) -> words.add(rate == kind.usual() ? kind.toString() : kind + "=" + rate));
        return words.isEmpty() ? NONE : String.join(",", words);
    }
}
