package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.LiveopsEvents;
import com.lifeverse.liveops.flag.Flags;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes timelines where they are due: when what players have is changed, and when half of their life is over. All are written before any is
 * the newest, each time into a folder of their own: so whoever is cut off, or overtaken, leaves nothing that a client could read.
 */
public record MakeTimelines(
        Pointers pointers, Bundles bundles, Seal seal, LiveopsPolicy policy, Supplier<UUID> ids, Flags flags) {
    private static final int ATTEMPTS = 5;
    /** So many of what was left out are told of. */
    private static final int NAMED = 20;

    /** Where no flags are declared. */
    public MakeTimelines(Pointers pointers, Bundles bundles, Seal seal, LiveopsPolicy policy, Supplier<UUID> ids) {
        this(pointers, bundles, seal, policy, ids, Flags.NONE);
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** There are new ones. */
        record Made(long version) implements Outcome {}

        /** Those that are there will do. */
        record Fresh() implements Outcome {}

        /** Somebody else was faster. */
        record Overtaken() implements Outcome {}

        /**
         * There are new ones, or those that are there will do, but one had no room for all: the events that begin last were left out,
         * so that what runs, and what is switched off, comes to players all the same. It is so until something is withdrawn or over.
         */
        record Crowded(long version, List<String> leftOut) implements Outcome {}
    }

    /** Makes them from the catalogue as it then is, if they are due. Whoever is overtaken looks again: what others made may do. */
    public Outcome from(Supplier<Catalogue> catalogue, Instant now) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            var outcome = once(catalogue.get(), now);
            if (!(outcome instanceof Outcome.Overtaken)) {
                return outcome;
            }
        }
        return once(catalogue.get(), now);
    }

    private Outcome once(Catalogue catalogue, Instant now) {
        var known = pointers.read();
        boolean fresh = known.filter(pointer -> pointer.catalogue() >= catalogue.revision()
                        && !TimelineRules.isStale(pointer.expires(), now, policy))
                .isPresent();
        if (fresh || (known.isEmpty() && catalogue.revision() == 0)) {
            return known.filter(pointer -> !pointer.leftOut().isEmpty())
                    .<Outcome>map(pointer -> new Outcome.Crowded(pointer.version(), pointer.leftOut()))
                    .orElseGet(Outcome.Fresh::new);
        }
        long version = known.map(Pointer::version).orElse(0L) + 1;
        var folder = "timelines/%08d-%s".formatted(version, ids.get());
        var leftOut = new TreeSet<String>();
        for (var place : Place.all()) {
            var sheets = TimelineRules.sheets(catalogue, place, version, now, policy, flags);
            sheets.forEach(sheet -> leftOut.addAll(sheet.leftOut()));
            bundles.put(
                    folder, place, new Bundle(sheets.stream().map(seal::sign).toList()));
        }
        bundles.putKeys(folder, seal.keys());
        var named = leftOut.stream().limit(NAMED).toList();
        var pointer = new Pointer(version, folder, catalogue.revision(), now.plus(policy.life()), named);
        if (!pointers.raise(pointer, LiveopsEvents.timelinePublished(ids.get(), version, now))) {
            return new Outcome.Overtaken();
        }
        return named.isEmpty() ? new Outcome.Made(version) : new Outcome.Crowded(version, named);
    }
}
