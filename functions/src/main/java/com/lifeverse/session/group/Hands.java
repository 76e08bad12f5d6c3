package com.lifeverse.session.group;

import com.lifeverse.session.Platform;

/**
 * In whose hands a session is.
 *
 * @param fence the first generation of the session since it came into these; of two hands the later has the greater
 */
public record Hands(Platform platform, long fence) {}
