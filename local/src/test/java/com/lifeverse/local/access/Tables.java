package com.lifeverse.local.access;

import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** All that is kept, as texts: what a request has changed is seen wherever it stands. */
final class Tables {
    /** Whoever is refused is counted, too: by the caller, and at an identity with a wrong secret. */
    private static final String QUOTA = "quota#";

    private static final Pattern COUNTS = Pattern.compile("(failures|failedIn)=AttributeValue\\(N=[0-9]+\\), ");

    private Tables() {}

    /** What is there in only one of two readings. */
    static List<String> changed(Map<String, Set<String>> before, Map<String, Set<String>> after) {
        var changed = new ArrayList<String>();
        before.forEach((table, items) -> items.stream()
                .filter(item -> !after.getOrDefault(table, Set.of()).contains(item))
                .forEach(item -> changed.add("gone from " + table + ": " + item)));
        after.forEach((table, items) -> items.stream()
                .filter(item -> !before.getOrDefault(table, Set.of()).contains(item))
                .forEach(item -> changed.add("new in " + table + ": " + item)));
        return changed;
    }

    /** Every item of every table that the templates declare, by table, but for what counts attempts. */
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
                    .map(item -> COUNTS.matcher(new TreeMap<>(item).toString()).replaceAll(""))
                    .filter(item -> !item.contains(QUOTA))
                    .filter(meant)
                    .forEach(items::add);
            kept.put(table, items);
        }
        return kept;
    }
}
