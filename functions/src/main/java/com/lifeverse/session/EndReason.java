package com.lifeverse.session;

import com.lifeverse.platform.Problem;
import java.util.Arrays;
import java.util.Optional;

/** Why a session ended; the slug is the reason in the event. */
public enum EndReason {
    REPLACED("replaced"),
    SIGNED_OUT("signed-out"),
    SIGNED_OUT_EVERYWHERE("signed-out-everywhere"),
    LEASE_EXPIRED("lease-expired"),
    /** It went on for as long as one sign-in may. */
    SIGN_IN_EXPIRED("sign-in-expired"),
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

    /** The reason of that slug; empty if there is none. */
    public static Optional<EndReason> of(String slug) {
        return Arrays.stream(values())
                .filter(reason -> reason.slug.equals(slug))
                .findFirst();
    }
}
