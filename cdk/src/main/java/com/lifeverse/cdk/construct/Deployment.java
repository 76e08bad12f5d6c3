package com.lifeverse.cdk.construct;

import com.lifeverse.cdk.contract.SourceTree;

/**
 * What every construct is made for.
 *
 * @param stage how this stage differs from others
 * @param region one of the stage's regions, each of which is whole in itself
 * @param sources the files it is made from
 */
public record Deployment(StageSettings stage, String region, SourceTree sources) {
    public Deployment {
        if (!stage.regions().contains(region)) {
            throw new IllegalArgumentException(
                    "stage %s lives in %s, not in %s".formatted(stage.name(), stage.regions(), region));
        }
    }

    /** What begins the names of all that is deployed: a stage's first region needs no telling. */
    public String prefix() {
        return region.equals(stage.regions().getFirst()) ? stage.name() : stage.name() + "-" + region;
    }

    /** The name of a stack, or of another thing whose name people read. */
    public String named(String name) {
        return prefix() + "-" + name;
    }
}
