package com.lifeverse.liveops.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does something for each event that players have; one that cannot be reckoned is left out, and stops no other.
 *
 * @param leftOut is told which, and why: whoever reads the log should learn of it
 */
public record EachEvent(BiConsumer<String, RuntimeException> leftOut) {
    /** What came of the others, in their order. */
    public <T> List<T> of(Collection<Published> all, Function<Published, T> work) {
        var done = new ArrayList<T>();
        for (var published : all) {
            try {
                done.add(work.apply(published));
            } catch (RuntimeException failure) {
                leftOut.accept(published.id(), failure);
            }
        }
        return done;
    }

    /** Those of a catalogue for which something can be done. */
    public Catalogue able(Catalogue catalogue, Consumer<Published> work) {
        return new Catalogue(catalogue.revision(), of(catalogue.published(), published -> {
            work.accept(published);
            return published;
        }));
    }
}
