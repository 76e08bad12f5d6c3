package com.lifeverse.liveops.timeline;

import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.LiveopsEvents;
import com.lifeverse.liveops.flag.Flags;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes timelines where they are due: when what players have is changed, and when half of their life is over. All are written before any is
 * the newest, each time into a folder of their own: so whoever is cut off, or overtaken, leaves nothing that a client could read.
 */
public record MakeTimelines(
        Pointers pointers, Bundles bundles, Seal seal, LiveopsPolicy policy, Supplier<UUID> ids, Flags flags) {
    private static final int ATTEMPTS = 5;

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

        /** One would be larger than phones should read; players keep what they have. */
        record TooLarge(Place place, int bytes) implements Outcome {}
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
            return new Outcome.Fresh();
        }
        long version = known.map(Pointer::version).orElse(0L) + 1;
        var folder = "timelines/%08d-%s".formatted(version, ids.get());
        for (var place : Place.all()) {
            var bundle = new Bundle(TimelineRules.sheets(catalogue, place, version, now, policy, flags).stream()
                    .map(seal::sign)
                    .toList());
            int largest = largest(bundle);
            if (largest > policy.largestBytes()) {
                return new Outcome.TooLarge(place, largest);
            }
            bundles.put(folder, place, bundle);
        }
        bundles.putKeys(folder, seal.keys());
        var pointer = new Pointer(version, folder, catalogue.revision(), now.plus(policy.life()));
        return pointers.raise(pointer, LiveopsEvents.timelinePublished(ids.get(), version, now))
                ? new Outcome.Made(version)
                : new Outcome.Overtaken();
    }

    private static int largest(Bundle bundle) {
        return bundle.sheets().stream()
                .mapToInt(sheet -> sheet.body().getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElse(0);
    }
}
