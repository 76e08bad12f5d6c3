package com.lifeverse.session.social;

import java.util.Collection;

/** Who is whose friend and who has blocked whom. An outage is an exception, never "no". */
public interface SocialGraph {
    /** True if the two are friends. */
    boolean areFriends(String player, String other);

    /** True if one of {@code others} has blocked the player, or the player one of them. */
    boolean anyBlocked(String player, Collection<String> others);

    /** True if the two are friends, or have a friend in common. */
    boolean friendsOfFriends(String player, String other);
}
