package com.lifeverse.local.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Plays rounds and takes their time: first some that do not count, for the JVM to compile what runs, then those that do.
 *
 * @param warmUps rounds that do not count
 * @param rounds rounds that count
 */
record Stopwatch(int warmUps, int rounds) {
    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MICRO = 1e3;

    /** One round: does so many things, and returns how many. */
    @FunctionalInterface
    interface Round {
        long play() throws InterruptedException;
    }

    /** Measures rounds, each of which {@code prepare} makes ready before its time begins. */
    Measurement measure(String what, int threads, double bar, Supplier<Round> prepare) throws InterruptedException {
        for (int i = 0; i < warmUps; i++) {
            prepare.get().play();
        }
        var rates = new ArrayList<Double>();
        long done = 0;
        long cpu = 0;
        long elapsed = 0;
        for (int i = 0; i < rounds; i++) {
            var round = prepare.get();
            long cpuBefore = cpuNanos();
            long start = System.nanoTime();
            long count = round.play();
            long took = System.nanoTime() - start;
            cpu += cpuNanos() - cpuBefore;
            elapsed += took;
            done += count;
            rates.add(count * NANOS_A_SECOND / took);
        }
        return new Measurement(what, threads, rates, cpu / NANOS_A_MICRO / done, (double) cpu / elapsed, bar);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
