package com.lifeverse.liveops.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Bundles in memory, which fail at one of the writes if told to. */
final class RememberedBundles implements Bundles {
    private final Map<String, Bundle> bundles = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private int writesLeft = Integer.MAX_VALUE;
    private int reads;

    void failAfter(int writes) {
        writesLeft = writes;
    }

    int reads() {
        return reads;
    }

    @Override
    public void put(String folder, Place place, Bundle bundle) {
        write();
        bundles.put(folder + place, bundle);
    }

    @Override
    public Optional<Bundle> find(String folder, Place place) {
        reads++;
        return Optional.ofNullable(bundles.get(folder + place));
    }

    @Override
    public void putKeys(String folder, String jwks) {
        write();
        keys.put(folder, jwks);
    }

    @Override
    public Optional<String> keys(String folder) {
        return Optional.ofNullable(keys.get(folder));
    }

    private void write() {
        if (writesLeft-- == 0) {
            throw new IllegalStateException("The store is down");
        }
    }
}
