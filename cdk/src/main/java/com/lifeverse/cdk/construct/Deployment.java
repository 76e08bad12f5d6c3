package com.lifeverse.cdk.construct;

import com.lifeverse.cdk.contract.SourceTree;

/**
 * What every construct is made for.
 *
 * @param stage how this stage differs from others
 * @param sources the files it is made from
 */
public record Deployment(StageSettings stage, SourceTree sources) {
    /** The name of a stack, or of another thing whose name people read. */
    public String named(String name) {
        return stage.name() + "-" + name;
    }
}
