package com.lifeverse.session.rights;

import java.util.List;

/** All stores of this context, one after another. */
public final class Sweep {
    private final List<Belongings> stores;

    public Sweep(List<Belongings> stores) {
        this.stores = List.copyOf(stores);
    }

    /** What there is about the player; nothing is changed. */
    public List<Found> count(String playerId, int pass) {
        return stores.stream()
                .flatMap(store -> store.count(playerId, pass).stream())
                .filter(found -> found.items() > 0)
                .toList();
    }

    /** Takes a portion away in each store; true if nothing is left anywhere. */
    public boolean erase(String playerId) {
        boolean done = true;
        for (var store : stores) {
            done &= store.erase(playerId);
        }
        return done;
    }

    /** All there is about the player, store by store. */
    public List<Belongings.Entry> entries(String playerId) {
        return stores.stream()
                .flatMap(store -> store.entries(playerId).stream())
                .toList();
    }
}
