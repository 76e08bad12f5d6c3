package com.lifeverse.session.key;

/** The steps of a rotation, in order. Between them time must pass; each is safe to repeat. */
public enum RotationStep {
    /** Publishes a key that nobody signs with yet. */
    PREPARE,
    /** Signs with it from now on. */
    ACTIVATE,
    /** Takes back the key that no living token needs. */
    RETIRE
}
