package com.lifeverse.liveops.experiment;

import com.lifeverse.liveops.event.Experiment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Whether groups are as large as their shares say: Pearson's chi-square test of the counts. Where they are not, something other than
 * chance decides who is counted, and what the groups did must not be compared.
 *
 * @param groups by name, in the order in which shares are dealt out
 * @param chiSquare how far counts are from what the shares expect
 * @param p how likely it is that chance alone brings them so far; 1 if there are too few to say
 */
public record SampleRatio(Map<String, Group> groups, double chiSquare, double p) {
    /** Less likely than that is no chance. */
    public static final double ALARMING = 0.001;

    /** With fewer expected in a group the test says nothing. */
    private static final double FEWEST = 5;

    /**
     * One group.
     *
     * @param count players who are in it
     * @param expected how many its share would be
     */
    public record Group(long count, double expected) {}

    public SampleRatio {
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** Holds counts against shares. */
    public static SampleRatio of(Experiment experiment, Map<String, Long> counts) {
        var shares = new LinkedHashMap<String, Integer>();
        if (experiment.holdout() > 0) {
            shares.put(ExperimentRules.HOLDOUT, experiment.holdout());
        }
        experiment.variants().forEach(variant -> shares.put(variant.name(), variant.percent()));
        long all = shares.keySet().stream()
                .mapToLong(group -> counts.getOrDefault(group, 0L))
                .sum();
        int hundred = shares.values().stream().mapToInt(Integer::intValue).sum();
        var groups = new LinkedHashMap<String, Group>();
        double chiSquare = 0;
        boolean enough = true;
        for (var share : shares.entrySet()) {
            long count = counts.getOrDefault(share.getKey(), 0L);
            double expected = (double) all * share.getValue() / hundred;
            groups.put(share.getKey(), new Group(count, expected));
            enough &= expected >= FEWEST;
            chiSquare += expected == 0 ? 0 : (count - expected) * (count - expected) / expected;
        }
        double freedom = groups.size() - 1.0;
        double p = enough && freedom > 0 ? RegularizedGamma.Q.value(freedom / 2, chiSquare / 2) : 1;
        return new SampleRatio(groups, chiSquare, p);
    }

    /** True if chance alone would hardly do that. */
    public boolean isAlarming() {
        return p < ALARMING;
    }
}
