package com.lifeverse.local.bench;

import java.lang.management.ManagementFactory;

/**
 * What a measurement was made on. A number without it means nothing.
 *
 * @param heapMegabytes the most that the heap may take
 */
public record Machine(int cores, String processor, String system, String jvm, long heapMegabytes) {
    private static final long MEGABYTE = 1 << 20;

    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    /** How many threads have been running or waiting to, over the last minute; negative if the system does not say. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
