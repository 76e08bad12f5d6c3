package com.lifeverse.session;

import java.util.Optional;

/**
 * The program that a player plays with.
 *
 * @param version such as {@code 1.4.2}
 * @param region where the player is, as the client says; such as {@code eu-central}
 */
public record Client(Platform platform, String version, Optional<String> region) {}
