package com.lifeverse.trigger.profile;

import java.time.Instant;

/** One thing that is new of a player. */
public sealed interface ProfileStep {
    /** What it is about, as {@code profile.changed.v1} says it: {@code level}, {@code tags.NAME} or {@code counters.NAME}. */
    String name();

    /** An attribute has this value. */
    record Say(Attribute attribute, String value) implements ProfileStep {
        public Say {
            if (!attribute.takes(value)) {
                throw new IllegalArgumentException("A player's " + attribute.member() + " is of another form");
            }
        }

        @Override
        public String name() {
            return attribute.member();
        }
    }

    /**
     * The player has a tag.
     *
     * @param until as long; in the past if it is taken away
     */
    record Mark(String tag, Instant until) implements ProfileStep {
        @Override
        public String name() {
            return TAGS + tag;
        }
    }

    /** So much more of a counter. */
    record Count(String counter, long by) implements ProfileStep {
        @Override
        public String name() {
            return COUNTERS + counter;
        }
    }

    /** What the names of tags begin with. */
    String TAGS = "tags.";

    /** What the names of counters begin with. */
    String COUNTERS = "counters.";
}
