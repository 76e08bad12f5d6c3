package com.lifeverse.session;

import java.util.Optional;

/**
 * The program that a player plays with.
 *
 * @param version such as {@code 1.4.2}
 * @param region where the player is, as the client says; such as {@code eu-central}
 * @param device tells this device from the player's others, see {@link #deviceTag}; empty if the client did not say
 */
public record Client(Platform platform, String version, Optional<String> region, Optional<String> device) {
    private static final int TAG = 8;

    /** A client that does not say which device it is on. */
    public Client(Platform platform, String version, Optional<String> region) {
        this(platform, version, region, Optional.empty());
    }

    /** What is kept of a device's name: 48 bits of a hash, enough to tell the few devices of one player apart. */
    public static String deviceTag(String deviceId) {
        return Sha256.brief("device", deviceId).substring(0, TAG);
    }
}
