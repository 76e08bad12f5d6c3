package com.lifeverse.local.function.instance;

/** What came of one invocation. */
public sealed interface Outcome {
    /** The function answered. */
    record Answered(String payload) implements Outcome {}

    /** The function failed by itself; its instance can go on. */
    record Failed(String payload) implements Outcome {}

    /** The instance is lost: its time was up, it could not be made, or the virtual machine itself failed in it. */
    record Lost(String payload) implements Outcome {}
}
