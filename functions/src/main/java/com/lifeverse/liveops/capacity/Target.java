package com.lifeverse.liveops.capacity;

/** Something of a stage that can stand ready for more than the usual load. */
public sealed interface Target {
    /** Its name, by which the stage knows what it is. */
    String name();

    /** Instances of a function; taken back when they are not needed any more, for they are paid for. */
    record Function(String name, int instances) implements Target {}

    /** Units a second of a table; raised where it has less, and never taken back, for a table can only become warmer. */
    record Table(String name, long reads, long writes) implements Target {}
}
