package com.lifeverse.local.bench.trigger;

/**
 * So many triggers in the index, beside one machine with the same patterns.
 *
 * @param compileMillis until the index is filed and every pattern compiled
 * @param megabytes what the compiled index holds on to
 * @param wanted share of the events that a trigger wants
 * @param perSecond events that a busy core holds against the index in a second
 * @param machineRules how many of the patterns got into the machine before its time was up; 0 if none was made
 * @param machineMillis how long it was built
 * @param machinePerSecond as {@code perSecond}, of the machine
 * @param ratioBar how many times as fast the index must be
 * @param compileBarMillis how long compiling may take
 */
public record TriggerMeasurement(
        int triggers,
        long compileMillis,
        long megabytes,
        double wanted,
        double perSecond,
        int machineRules,
        long machineMillis,
        double machinePerSecond,
        double ratioBar,
        long compileBarMillis) {

    /** How many times as fast the index is; 0 if there was nothing beside it. */
    public double ratio() {
        return machineRules == 0 ? 0 : perSecond / machinePerSecond;
    }

    public boolean isHeld() {
        return ratio() >= ratioBar && compileMillis <= compileBarMillis;
    }
}
