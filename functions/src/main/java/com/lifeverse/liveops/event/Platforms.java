package com.lifeverse.liveops.event;

import java.util.List;

/** What the game is played on, as profiles and timelines name it. */
public final class Platforms {
    /** Their names. */
    public static final List<String> NAMES = List.of("pc", "playstation", "xbox", "switch", "ios", "android", "web");

    private Platforms() {}
}
