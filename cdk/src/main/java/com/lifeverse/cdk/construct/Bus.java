package com.lifeverse.cdk.construct;

/**
 * The bus that contexts meet on.
 *
 * @param name what functions and rules call it by
 * @param arn what grants call it by
 */
public record Bus(String name, String arn) {
    /** Leave to publish events. */
    public Grant toPublish() {
        return Grant.of("events:PutEvents").on(arn);
    }
}
