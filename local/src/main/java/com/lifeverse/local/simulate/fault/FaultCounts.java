package com.lifeverse.local.simulate.fault;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often each kind of fault happened: what was drawn and came to nothing, such as a call that nobody overtook, is not in it. */
public record FaultCounts(Map<FaultKind, Long> counts) {
    /** Nothing has gone wrong yet. */
    public static final FaultCounts NONE = new FaultCounts(Map.of());

    public FaultCounts {
        var ordered = new EnumMap<FaultKind, Long>(FaultKind.class);
        ordered.putAll(counts);
        counts = ordered;
    }

    public FaultCounts and(FaultKind kind) {
        return and(new FaultCounts(Map.of(kind, 1L)));
    }

    public FaultCounts and(FaultCounts others) {
        var sum = new EnumMap<FaultKind, Long>(FaultKind.class);
        sum.putAll(counts);
        others.counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new FaultCounts(sum);
    }

    public long of(FaultKind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** Of all kinds together. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The kinds that never happened. */
    public List<FaultKind> missing() {
        return Stream.of(FaultKind.values()).filter(kind -> of(kind) == 0).toList();
    }

    /** Such as {@code 120 delay, 3 restart}. */
    @Override
    public String toString() {
        var words = new ArrayList<String>();
        counts.forEach((kind, count) -> words.add("%,d %s".formatted(count, kind)));
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
