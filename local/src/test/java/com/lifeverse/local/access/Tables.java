package com.lifeverse.local.access;

import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Traces;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** All that is kept, as texts: what a request has changed is seen wherever it stands. */
final class Tables {
    /** Whoever is refused is counted, too. */
    private static final String QUOTA = "quota#";

    private Tables() {}

    /** Every item of every table that the templates declare, by table; quotas apart. */
    static Map<String, Set<String>> of(Game game) {
        return of(game, _ -> true);
    }

    /** As {@link #of(Game)}, but only the items that are meant. */
    static Map<String, Set<String>> of(Game game, Predicate<String> meant) {
        game.stack().settle();
        var kept = new TreeMap<String, Set<String>>();
        for (var table : Traces.of(game).tables()) {
            var name = game.stack().ref(table);
            var items = new TreeSet<String>();
            game.stack().tables().scanPaginator(scan -> scan.tableName(name)).items().stream()
                    .map(item -> new TreeMap<>(item).toString())
                    .filter(item -> !item.contains(QUOTA))
                    .filter(meant)
                    .forEach(items::add);
            kept.put(table, items);
        }
        return kept;
    }
}
