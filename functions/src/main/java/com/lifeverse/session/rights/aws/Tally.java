package com.lifeverse.session.rights.aws;

import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.Holding;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is found in one store. */
final class Tally {
    private final Map<Holding, Long> counts = new EnumMap<>(Holding.class);

    void add(Holding holding) {
        add(holding, 1);
    }

    void add(Holding holding, long items) {
        counts.merge(holding, items, Long::sum);
    }

    List<Found> found(String store, int pass) {
        return counts.entrySet().stream()
                .map(entry -> new Found(pass, store, entry.getKey().slug(), entry.getValue()))
                .toList();
    }
}
