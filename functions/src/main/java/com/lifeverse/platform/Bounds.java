package com.lifeverse.platform;

/** What the numbers of policies must hold. */
public final class Bounds {
    private Bounds() {}

    /**
     * Refuses a number that does not hold.
     *
     * @param sentence names the number and says what it must be; docs/systems/policies.md repeats it
     * @throws IllegalArgumentException with that sentence
     */
    public static void hold(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
