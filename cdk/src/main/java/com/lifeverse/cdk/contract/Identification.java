package com.lifeverse.cdk.contract;

/** How the gateway identifies the caller of an operation, as the HTTP contract's {@code security} states it. */
public enum Identification {
    /** Not at all: the function sees to it, or the answer is for everyone. */
    OPEN,
    /** By an access token of ours. */
    PLAYER,
    /** By a token of the staff pool. */
    STAFF,
    /** By AWS Signature Version 4. */
    SERVER
}
