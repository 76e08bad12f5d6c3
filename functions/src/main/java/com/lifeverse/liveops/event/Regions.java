package com.lifeverse.liveops.event;

import java.util.List;

/** Where players play, as clients say at sign-in: each region has timelines of its own. */
public final class Regions {
    /** Their names. */
    public static final List<String> NAMES = List.of("ap-northeast", "eu-west", "us-east");

    private Regions() {}
}
