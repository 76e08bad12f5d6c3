package com.lifeverse.trigger.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What names stood for, each as long as it may come back as nothing else: carried on from one publication to the next, so that it does not
 * matter how many lie between.
 *
 * @param number the publication that it goes up to; what was published by others since is not in it
 * @param names by the name; the latest first where one stood for several things, as it could once
 */
public record NameMemory(long number, SortedMap<String, List<Stood>> names) {
    /** So many names an item has room for. */
    public static final int MOST = 5_000;

    /** Nothing was ever remembered. */
    public static final NameMemory NONE = new NameMemory(-1, new TreeMap<>());

    public NameMemory {
        var copy = new TreeMap<String, List<Stood>>();
        names.forEach((name, stood) -> copy.put(name, List.copyOf(stood)));
        names = Collections.unmodifiableSortedMap(copy);
    }

    /** What a name stood for; empty for one that is free. */
    List<Stood> of(String name) {
        return names.getOrDefault(name, List.of());
    }

    /** With what names stood for, too; longer where that was known. */
    NameMemory with(Map<String, Stood> more) {
        var next = new TreeMap<>(names);
        more.forEach((name, stood) -> next.put(name, joined(of(name), stood)));
        return new NameMemory(number, next);
    }

    private static List<Stood> joined(List<Stood> before, Stood stood) {
        var all = new ArrayList<Stood>();
        var until = stood.until();
        for (var known : before) {
            if (!known.isSame(stood)) {
                all.add(known);
            } else if (known.until().isAfter(until)) {
                until = known.until();
            }
        }
        all.add(new Stood(stood.key(), stood.scope(), stood.measure(), stood.number(), stood.at(), until));
        all.sort((one, other) -> Long.compare(other.number(), one.number()));
        return all;
    }

    /** Without what is over. */
    NameMemory at(Instant now) {
        var left = new TreeMap<String, List<Stood>>();
        names.forEach((name, all) -> {
            var still =
                    all.stream().filter(stood -> now.isBefore(stood.until())).toList();
            if (!still.isEmpty()) {
                left.put(name, still);
            }
        });
        return new NameMemory(number, left);
    }

    NameMemory upTo(long publication) {
        return new NameMemory(publication, names);
    }
}
