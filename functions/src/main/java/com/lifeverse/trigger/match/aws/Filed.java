package com.lifeverse.trigger.match.aws;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.Machine;

/**
 * A trigger's pattern, with what it demands of fields by their numbers, and a machine of its own that is compiled at the
 * first event that may match. Of its own: in a machine with others a pattern can match what it does not match alone
 * (event-ruler 2.1.0; {@code VerdictsTest} has the case), and patterns with wildcards take the longer to compile the more of
 * them share a machine.
 */
final class Filed {
    private final String name;
    private final String pattern;
    private final int[] fields;
    private final Leaf[] leaves;
    private volatile @Nullable Machine compiled;

    Filed(String name, String pattern, int[] fields, Leaf[] leaves) {
        this.name = name;
        this.pattern = pattern;
        this.fields = fields;
        this.leaves = leaves;
    }

    String name() {
        return name;
    }

    /** False if the matcher would not take an event that says this. */
    boolean allows(@Nullable Said[] said) {
        for (int at = 0; at < fields.length; at++) {
            if (!leaves[at].allows(said[fields[at]])) {
                return false;
            }
        }
        return true;
    }

    /** The matcher's verdict. */
    boolean matches(String event) {
        try {
            return !machine().rulesForJSONEvent(event).isEmpty();
        } catch (Exception e) {
            // The machine declares Exception; what it throws of an event that is JSON is a fault of ours.
            throw new IllegalStateException("The matcher failed at the pattern of " + name, e);
        }
    }

    void compile() {
        try {
            machine();
        } catch (IOException e) {
            throw new IllegalStateException("The matcher does not take the pattern of " + name, e);
        }
    }

    private Machine machine() throws IOException {
        var machine = compiled;
        if (machine == null) {
            // Two threads may both compile it: the machines are alike, and one of them is forgotten.
            machine = Machine.builder().build();
            machine.addRule(name, pattern);
            compiled = machine;
        }
        return machine;
    }
}
