package com.lifeverse.liveops.timeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest timelines as a function has them in memory: it asks which they are every few seconds, and fetches each of them once.
 * Safe for use by many threads.
 */
public final class Timelines {
    private record Glance(Optional<Pointer> pointer, Instant at) {}

    private final Pointers pointers;
    private final Bundles bundles;
    private final LiveopsPolicy policy;
    private final Map<Place, Bundle> kept = new HashMap<>();
    private @Nullable Glance glance;
    private String folder = "";

    /**
     * One sheet.
     *
     * @param edition names this sheet of this version, and no other
     */
    public record Reading(String edition, Bundle.Signed sheet) {}

    public Timelines(Pointers pointers, Bundles bundles, LiveopsPolicy policy) {
        this.pointers = pointers;
        this.bundles = bundles;
        this.policy = policy;
    }

    /** What players of that place may know at that moment; empty if nothing was ever published. */
    public synchronized Optional<Reading> at(Place place, Instant now) {
        return newest(now)
                .flatMap(pointer -> bundle(pointer, place)
                        .flatMap(bundle -> bundle.at(now)
                                .map(number -> new Reading(
                                        pointer.version() + "." + number,
                                        bundle.sheets().get(number)))));
    }

    /** The public keys to check it with. */
    public synchronized Optional<String> keys(Instant now) {
        return newest(now).flatMap(pointer -> bundles.keys(pointer.folder()));
    }

    private Optional<Pointer> newest(Instant now) {
        var known = glance;
        if (known == null || !now.isBefore(known.at().plus(policy.memory())) || now.isBefore(known.at())) {
            known = new Glance(newer(known, pointers.glance()), now);
            glance = known;
        }
        return known.pointer();
    }

    /** A glance that is a second old must not take back what a fresher one has shown. */
    private static Optional<Pointer> newer(@Nullable Glance known, Optional<Pointer> seen) {
        var before = known == null ? Optional.<Pointer>empty() : known.pointer();
        boolean older = before.isPresent()
                && seen.map(Pointer::version).orElse(0L) < before.get().version();
        return older ? before : seen;
    }

    private Optional<Bundle> bundle(Pointer pointer, Place place) {
        if (!folder.equals(pointer.folder())) {
            kept.clear();
            folder = pointer.folder();
        }
        var bundle = Optional.ofNullable(kept.get(place)).or(() -> bundles.find(folder, place));
        bundle.ifPresent(found -> kept.put(place, found));
        return bundle;
    }
}
