package com.lifeverse.local.bench;

import java.util.List;

/**
 * Rounds of one kind of work.
 *
 * @param what what is counted
 * @param rates how many a second, round by round
 * @param cpuMicros processor time of the whole process for one of them, compiler and collector included
 * @param coresBusy how many cores the process kept busy
 * @param bar how many a second there must be
 */
public record Measurement(
        String what, int threads, List<Double> rates, double cpuMicros, double coresBusy, double bar) {
    private static final double MICROS_A_SECOND = 1e6;

    public Measurement {
        rates = List.copyOf(rates);
    }

    /** The rate that half of the rounds reach. */
    public double median() {
        var sorted = rates.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double lowest() {
        return rates.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double highest() {
        return rates.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** How many a second a core makes that does nothing else. */
    public double perCore() {
        return MICROS_A_SECOND / cpuMicros;
    }

    /**
     * Whether the bar is reached. One thread alone waits for nothing but the processor: what it lacks of one core is
     * what others had of it, and is no fault of what is measured.
     */
    public boolean isHeld() {
        return (threads == 1 ? perCore() : median()) >= bar;
    }
}
