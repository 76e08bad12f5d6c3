package com.lifeverse.session.aws;

/**
 * Says of an item of the players table that stands under another key whom it is about, so that everything about a player can be found
 * without a scan: an index has the keys of those items, and of no others. It costs such an item a second write unit when it comes and
 * when it goes.
 */
public final class About {
    /** The attribute: a player's id. */
    public static final String ATTRIBUTE = "about";

    /** The index over it, with nothing but keys. */
    public static final String INDEX = "ByAbout";

    private About() {}
}
