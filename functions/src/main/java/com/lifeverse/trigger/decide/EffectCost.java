package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.spec.Effect;
import java.util.List;

/**
 * What a firing costs in requests, in millionths of a US dollar, rounded up; <em>modelled</em> from us-east-1's public prices of
 * November 2026: an Express workflow's start 1.00, its duration about 0.5, an event or a write unit about 1, a call of a
 * function about 1, a start of a standard workflow with twenty transitions 500, of a webhook's delivery with five, its secret read twice and two
 * calls 200.
 */
public final class EffectCost {
    private static final long FIRING = 4;

    private EffectCost() {}

    /** Of one firing with these effects. */
    public static long ofFiring(List<Effect> effects) {
        return FIRING + effects.stream().mapToLong(EffectCost::of).sum();
    }

    private static long of(Effect effect) {
        return switch (effect) {
            case Effect.Grant _ -> 4;
            case Effect.Notify _ -> 4;
            case Effect.Emit _ -> 2;
            // A call, the write, what it tells; where it counts, its mark, and both in one.
            case Effect.Flag _ -> 4;
            case Effect.Counter _ -> 8;
            case Effect.Webhook _ -> 200;
            case Effect.StartWorkflow start -> start.turn().isPresent() ? 900 : 500;
        };
    }
}
