package com.lifeverse.session;

import com.lifeverse.platform.Problem;

/** Why a session ended; the slug is the reason in the event. */
public enum EndReason {
    REPLACED("replaced"),
    SIGNED_OUT("signed-out"),
    SIGNED_OUT_EVERYWHERE("signed-out-everywhere"),
    LEASE_EXPIRED("lease-expired"),
    REFRESH_TOKEN_REUSED(Problem.REFRESH_TOKEN_REUSED.slug()),
    KICKED("kicked"),
    BANNED("banned"),
    ERASED("erased");

    private final String slug;

    EndReason(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
