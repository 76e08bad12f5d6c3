package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Endpoints;

/** Forgets state machines, versions and aliases. What runs goes on to its end, by the revision that it started with. */
public final class Removal {
    private final Machines machines;
    private final Endpoints endpoints;

    Removal(Machines machines, Endpoints endpoints) {
        this.machines = machines;
        this.endpoints = endpoints;
    }

    /** Forgets a state machine with its versions and aliases, if there is one. */
    public void machine(String arn) {
        machines.remove(arn).forEach(endpoints::forget);
    }

    /**
     * Forgets a version, if there is one; its number is not given again.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException ConflictException if an alias leads to it
     */
    public void version(String arn) {
        machines.removeVersion(arn);
    }

    /** Forgets an alias. */
    public void alias(String arn) {
        machines.removeAlias(arn);
        endpoints.forget(arn);
    }
}
