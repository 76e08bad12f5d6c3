package com.lifeverse.local.simulate.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What {@link TestCheckTest} has run in a process of its own; by its name nobody else runs it. */
final class Sample {
    /** Odd seeds fail with three things to do. */
    static final long ODD_FAIL = 3;
    /** Whoever is to do four ends the process. */
    static final long ENDS = 4;
    /** Five waits until the process that started it is gone. */
    static final long WAITS = 5;

    private static final long AMOUNT = Long.getLong("sample.amount", 1);
    private static final long SEED = Long.getLong(TestCheck.SEED, 1);

    @Test
    void doesWhatItIsTold() throws InterruptedException {
        System.out.println("pid " + ProcessHandle.current().pid());
        System.out.println("counted: %d pairs, %d of them matching".formatted(AMOUNT, SEED));
        if (AMOUNT == ENDS) {
            Runtime.getRuntime().halt(137);
        }
        if (AMOUNT == WAITS) {
            Thread.currentThread().join();
        }
        assertThat(AMOUNT == ODD_FAIL && SEED % 2 == 1).as("seed " + SEED).isFalse();
    }
}
