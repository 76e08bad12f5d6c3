package com.lifeverse.session.group;

import com.lifeverse.session.preference.CrossPlayWish;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a group must respect of a player. Never shown to others, never in an event.
 *
 * @param needs what the player cannot do without
 */
public record Traits(CrossPlayWish crossPlay, Set<Feature> needs) {
    /** Of one who has said nothing. */
    public static final Traits NONE = new Traits(new CrossPlayWish.Allowed(), Set.of());

    public Traits {
        // In the order of the enum, so that the same traits are always written the same way.
        var copy = EnumSet.noneOf(Feature.class);
        copy.addAll(needs);
        needs = Collections.unmodifiableSet(copy);
    }
}
