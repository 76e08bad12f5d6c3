package com.lifeverse.local.kernel;

import java.util.function.Supplier;

/**
 * The borders between the parts of the cloud. Every call that on AWS travels over a network passes here, never inside a
 * write of the store, so that simulations can delay, repeat, lose or cut it.
 */
public interface Crossings {
    /** Carries the call over: usually {@code effect} happens once, now, and its result is returned. */
    <T> T cross(Crossing crossing, Supplier<T> effect);

    /** Borders at which nothing goes wrong. */
    static Crossings open() {
        return new Crossings() {
            @Override
            public <T> T cross(Crossing crossing, Supplier<T> effect) {
                return effect.get();
            }
        };
    }
}
