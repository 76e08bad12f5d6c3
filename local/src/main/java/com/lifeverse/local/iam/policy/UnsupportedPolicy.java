package com.lifeverse.local.iam.policy;

/** A policy document uses what is not evaluated here: said by name, because ignoring it would allow or deny wrongly. */
public final class UnsupportedPolicy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedPolicy(String message) {
        super(message);
    }
}
