package com.lifeverse.session.group.support;

import com.lifeverse.session.group.find.Finder;
import com.lifeverse.session.group.find.Listing;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The listings in memory. */
public final class InMemoryFinder implements Finder {
    private final TreeMap<String, Listing> listings = new TreeMap<>();

    @Override
    public void list(Listing listing) {
        places(listing)
                .forEach(place -> listings.merge(
                        place, listing, (known, given) -> given.revision() >= known.revision() ? given : known));
    }

    @Override
    public void unlist(Listing last) {
        places(last)
                .forEach(place -> listings.computeIfPresent(
                        place, (_, known) -> known.revision() <= last.revision() ? null : known));
    }

    @Override
    public List<Listing> hostedBy(String playerId, String template, Optional<String> region, int limit) {
        return listings.subMap(playerId + "#", playerId + "#~").values().stream()
                .filter(listing ->
                        listing.template().equals(template) && listing.region().equals(region))
                .limit(limit)
                .toList();
    }

    private static Stream<String> places(Listing listing) {
        return listing.hosts().isEmpty()
                ? Stream.of(listing.groupId())
                : listing.hosts().stream().map(host -> host + "#" + listing.groupId());
    }

    @Override
    public List<Listing> shelf(String template, Optional<String> region, int shelf, Optional<String> after, int limit) {
        return listings.tailMap(after.orElse(""), false).values().stream()
                .filter(listing -> listing.hosts().isEmpty()
                        && listing.template().equals(template)
                        && listing.region().equals(region)
                        && Finder.shelfOf(listing.groupId()) == shelf)
                .limit(limit)
                .toList();
    }
}
