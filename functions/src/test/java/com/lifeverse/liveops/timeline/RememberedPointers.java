package com.lifeverse.liveops.timeline;

import com.lifeverse.platform.Envelope;
import java.util.Optional;

/** The pointer in memory. */
final class RememberedPointers implements Pointers {
    private Optional<Pointer> newest = Optional.empty();

    @Override
    public Optional<Pointer> read() {
        return newest;
    }

    @Override
    public Optional<Pointer> glance() {
        return newest;
    }

    @Override
    public boolean raise(Pointer next, Envelope news) {
        if (newest.filter(known -> known.version() >= next.version()).isPresent()) {
            return false;
        }
        newest = Optional.of(next);
        return true;
    }
}
