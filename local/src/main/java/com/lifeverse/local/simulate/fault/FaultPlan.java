package com.lifeverse.local.simulate.fault;

import com.lifeverse.local.kernel.Crossing;

/** Says what goes wrong. Asked once at each crossing, in the order of the run; the same answers make the same run. */
@FunctionalInterface
public interface FaultPlan {
    Fault at(Crossing crossing);

    /** Nothing ever goes wrong. */
    static FaultPlan calm() {
        return _ -> new Fault.None();
    }
}
