package com.lifeverse.session.group.find;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Finds groups page by page. Everybody begins at a shelf of their own, so that not all who look are shown the same groups. A page reads
 * a bounded number of listings, however few of them suit; so it may be short, or empty, and not the last.
 */
public final class FindGroups {
    /** Reads a page makes at most, each of at most {@link #READ} listings. */
    private static final int READS = 10;

    private static final int READ = 50;
    /** Friends that a page asks about at most. */
    private static final int FRIENDS = 25;

    /**
     * Where a page begins.
     *
     * @param shelves how many are done
     * @param after the last group seen on the next one; among friends the last friend asked about
     */
    public record Place(int shelves, Optional<String> after) {
        public static final Place FIRST = new Place(0, Optional.empty());
    }

    /**
     * A page.
     *
     * @param next where the next one begins; empty if this is the last
     */
    public record Page(List<Listing> listings, Optional<Place> next) {
        public Page {
            listings = List.copyOf(listings);
        }
    }

    private final Finder finder;

    public FindGroups(Finder finder) {
        this.finder = finder;
    }

    public Page find(Wanted wanted, Place from, int limit, Instant now) {
        int own = Finder.shelfOf(wanted.seeker().playerId());
        var found = new ArrayList<Listing>();
        var place = from;
        for (int read = 0; read < READS && place.shelves() < Finder.SHELVES; read++) {
            int shelf = (own + place.shelves()) % Finder.SHELVES;
            var listings = finder.shelf(wanted.template(), wanted.region(), shelf, place.after(), READ);
            for (var listing : listings) {
                place = new Place(place.shelves(), Optional.of(listing.groupId()));
                if (listing.suits(wanted, now)) {
                    found.add(listing);
                    if (found.size() == limit) {
                        return new Page(found, Optional.of(place));
                    }
                }
            }
            place = listings.size() < READ ? new Place(place.shelves() + 1, Optional.empty()) : place;
        }
        return new Page(found, place.shelves() < Finder.SHELVES ? Optional.of(place) : Optional.empty());
    }

    /**
     * Finds groups that the seeker may join because somebody in them is a friend. Each group is found once, with the first of the
     * friends who are its hosts.
     *
     * @param friends of the seeker, in the order of their ids
     * @param after the last friend who was asked about
     */
    public Page findAmong(Wanted wanted, NavigableSet<String> friends, Optional<String> after, int limit, Instant now) {
        var found = new ArrayList<Listing>();
        int asked = 0;
        for (var friend : after.map(last -> friends.tailSet(last, false)).orElse(friends)) {
            finder.hostedBy(friend, wanted.template(), wanted.region(), READ).stream()
                    .filter(listing -> listing.suits(wanted, now))
                    .filter(listing -> listing.hosts().stream()
                            .filter(friends::contains)
                            .findFirst()
                            .filter(friend::equals)
                            .isPresent())
                    .forEach(found::add);
            asked++;
            if ((found.size() >= limit || asked == FRIENDS) && !friend.equals(friends.last())) {
                return new Page(found, Optional.of(new Place(0, Optional.of(friend))));
            }
        }
        return new Page(found, Optional.empty());
    }
}
