package com.lifeverse.local.workflow.language;

import java.util.List;

/**
 * States that belong together: a whole machine's, a branch's, or the processor's of a Map.
 *
 * @param states their names, which are unique in the whole definition
 */
public record Block(String startAt, List<String> states) {
    public Block {
        states = List.copyOf(states);
    }
}
