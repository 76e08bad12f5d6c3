package com.lifeverse.session.group.command;

/** What comes of a command. */
public sealed interface Decision {
    /** The group changes. */
    record Changed(Course course) implements Decision {}

    /** It was so before: nothing to write, nothing to tell. */
    record Same() implements Decision {}

    /** It is not done. */
    record Refused(Refusal why) implements Decision {}

    static Decision refused(Refusal why) {
        return new Refused(why);
    }
}
