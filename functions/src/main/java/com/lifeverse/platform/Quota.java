package com.lifeverse.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * So many of something in a window of time, as the RateLimit header fields say it (draft-ietf-httpapi-ratelimit-headers).
 *
 * @param name of the policy, in those headers
 * @param most how many in one window
 * @param window how long one window is; windows begin at whole multiples of it
 */
public record Quota(String name, int most, Duration window) {
    public Quota {
        Bounds.hold(most >= 1, "most must be at least 1");
        Bounds.hold(window.isPositive(), "window must be positive");
    }

    /** The number of the window that is open at that moment. */
    public long windowAt(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), window.toSeconds());
    }

    /** How long that window stays open. */
    public Duration left(Instant now) {
        return Duration.ofSeconds((windowAt(now) + 1) * window.toSeconds() - now.getEpochSecond());
    }

    /** The value of RateLimit-Policy. */
    public String policyHeader() {
        return String.format(Locale.ROOT, "\"%s\";q=%d;w=%d", name, most, window.toSeconds());
    }

    /** The value of RateLimit when so many have been used. */
    public String header(long used, Instant now) {
        return "\"%s\";r=%d;t=%d"
                .formatted(name, Math.max(0, most - used), left(now).toSeconds());
    }

    /** The refusal with both headers; with Retry-After if nothing is left. */
    public Refused on(Refused refused, long used, Instant now) {
        var told = refused.header("ratelimit-policy", policyHeader()).header("ratelimit", header(used, now));
        return used >= most ? told.retryAfter(left(now)) : told;
    }
}
