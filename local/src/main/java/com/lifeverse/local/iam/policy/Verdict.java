package com.lifeverse.local.iam.policy;

/** What policies say of a request, weakest first. */
public enum Verdict {
    /** No statement applies. */
    SILENT,
    /** A statement allows it and none denies it. */
    ALLOWED,
    /** A statement denies it; no other can undo that. */
    DENIED;

    /** Both together: a denial wins over all, an allowance over silence. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
