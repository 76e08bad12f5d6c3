package com.lifeverse.trigger;

/** What can come between reading a state and writing it. */
enum Interruption {
    /** Another event of the player is decided and stored first. */
    OTHER_WRITER_FIRST,
    /** The same batch was delivered twice, and the other receiver stores first. */
    SAME_BATCH_ELSEWHERE,
    /** Whenever we write, somebody was faster. */
    ALWAYS_OVERTAKEN,
    /** The process ends before its write. */
    CRASH_BEFORE_WRITE,
    /** The process ends after its write, before it hears of its success. */
    CRASH_AFTER_WRITE
}
