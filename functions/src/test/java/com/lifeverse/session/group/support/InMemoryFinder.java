package com.lifeverse.session.group.support;

import com.lifeverse.session.group.find.Finder;
import com.lifeverse.session.group.find.Listing;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The listings in memory. */
public final class InMemoryFinder implements Finder {
    private final TreeMap<String, Listing> listings = new TreeMap<>();

    @Override
    public void list(Listing listing) {
        listings.merge(
                listing.groupId(), listing, (known, given) -> given.revision() >= known.revision() ? given : known);
    }

    @Override
    public void unlist(Listing last) {
        listings.computeIfPresent(last.groupId(), (_, known) -> known.revision() <= last.revision() ? null : known);
    }

    @Override
    public List<Listing> shelf(String template, Optional<String> region, int shelf, Optional<String> after, int limit) {
        return listings.tailMap(after.orElse(""), false).values().stream()
                .filter(listing -> listing.template().equals(template)
                        && listing.region().equals(region)
                        && Finder.shelfOf(listing.groupId()) == shelf)
                .limit(limit)
                .toList();
    }
}
