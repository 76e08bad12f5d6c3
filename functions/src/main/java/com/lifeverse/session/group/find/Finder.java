package com.lifeverse.session.group.find;

import java.util.List;
import java.util.Optional;

/**
 * The listings, kept from the groups' stream a moment behind them, apart from the groups, so that however many look, no group is read.
 * Listings of a template and region are spread over {@link #SHELVES} shelves.
 */
public interface Finder {
    /** On so many shelves the listings of a template and region are spread. */
    int SHELVES = 8;

    /** Puts the listing there, unless a later one is there: one write unit for each KB, for each of its hosts if it has some. */
    void list(Listing listing);

    /** Takes the group's listing away, unless a later one is there: one write unit, for each of its hosts if it has some. */
    void unlist(Listing last);

    /** Some listings of groups that the player's friends may join: half a read unit for each 4 KB. */
    List<Listing> hostedBy(String playerId, String template, Optional<String> region, int limit);

    /** Some listings of one shelf, those behind {@code after}: half a read unit for each 4 KB. */
    List<Listing> shelf(String template, Optional<String> region, int shelf, Optional<String> after, int limit);

    /** The shelf that a group's listing is on. */
    static int shelfOf(String groupId) {
        return Math.floorMod(groupId.hashCode(), SHELVES);
    }
}
