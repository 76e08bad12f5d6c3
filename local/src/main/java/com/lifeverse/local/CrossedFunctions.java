package com.lifeverse.local;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Functions;

/**
 * Functions as somebody else invokes them.
 *
 * @param from who invokes
 */
record CrossedFunctions(String from, Functions functions, Crossings crossings) implements Functions {
    @Override
    public Answer invoke(Caller caller, String functionArn, String payload) {
        var crossing = new Crossing(Crossing.Kind.INVOCATION, from, functionArn, "Invoke", payload);
        return crossings.cross(crossing, () -> functions.invoke(caller, functionArn, payload));
    }
}
