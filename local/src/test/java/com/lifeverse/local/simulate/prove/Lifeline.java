package com.lifeverse.local.simulate.prove;

import java.io.IOException;

/** Ties a process to the one that started it. */
public final class Lifeline {
    private static final int CUT = 3;

    private Lifeline() {}

    /**
     * From now on this process ends, at once, when its standard input does: when whoever started it is gone, however that
     * came about. Whoever starts it must leave that pipe open.
     */
    public static void hold() {
        Thread.ofPlatform().daemon().name("lifeline").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // Nobody says anything; only the end of it matters.
                }
            } catch (IOException e) {
                System.err.println("The process that started this one cannot be heard any more: " + e);
            }
            Runtime.getRuntime().halt(CUT);
        });
    }
}
