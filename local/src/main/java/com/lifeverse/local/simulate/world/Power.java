package com.lifeverse.local.simulate.world;

import com.lifeverse.local.kernel.Halt;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Lets the stack's process end right behind one of its durable writes: no other place is one where less, or more, is kept. */
final class Power {
    private @Nullable IntSupplier gaps;
    private int left;

    /** From now on it fails behind so many writes as {@code drawn} says, again and again. */
    void fails(IntSupplier drawn) {
        gaps = drawn;
        left = drawn.getAsInt();
    }

    /** It does not fail any more. */
    void holds() {
        gaps = null;
    }

    /** A write has been made. */
    void written() {
        var drawn = gaps;
        if (drawn != null && --left <= 0) {
            left = drawn.getAsInt();
            throw new Halt();
        }
    }
}
