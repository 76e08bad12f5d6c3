package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of an item that a request asks for. */
public final class Projection {
    /** One place in the tree of paths; a place without children is wanted whole. */
    private record Place(Map<String, Place> names, SortedMap<Integer, Place> indexes) {
        Place() {
            this(new LinkedHashMap<>(), new TreeMap<>());
        }

        boolean isWhole() {
            return names.isEmpty() && indexes.isEmpty();
        }
    }

    private final Place root = new Place();

    private Projection() {}

    /** {@code paths} must not overlap. */
    public static Projection of(List<Path> paths) {
        var projection = new Projection();
        for (var path : paths) {
            var place = projection.root;
            for (var step : path.steps()) {
                place = switch (step) {
                    case Path.Name(var name) -> place.names.computeIfAbsent(name, _ -> new Place());
                    case Path.Index(var index) -> place.indexes.computeIfAbsent(index, _ -> new Place());
                };
            }
        }
        return projection;
    }

    /** What is there of the wanted parts, nested as in the item; list elements close ranks. */
    public Map<String, Value> of(Map<String, Value> attributes) {
        return named(root, attributes);
    }

    private static Map<String, Value> named(Place place, Map<String, Value> entries) {
        var wanted = new LinkedHashMap<String, Value>();
        place.names.forEach((name, child) -> {
            var value = entries.get(name);
            var part = value == null ? null : part(child, value);
            if (part != null) {
                wanted.put(name, part);
            }
        });
        return wanted;
    }

    private static @Nullable Value part(Place place, Value value) {
        if (place.isWhole()) {
            return value;
        }
        return switch (value) {
            case Value.M(var entries) -> {
                var wanted = named(place, entries);
                yield wanted.isEmpty() ? null : new Value.M(wanted);
            }
            case Value.L(var elements) -> {
                var wanted = new ArrayList<Value>();
                for (var index : place.indexes.entrySet()) {
                    var part = index.getKey() < elements.size()
                            ? part(index.getValue(), elements.get(index.getKey()))
                            : null;
                    if (part != null) {
                        wanted.add(part);
                    }
                }
                yield wanted.isEmpty() ? null : new Value.L(wanted);
            }
            case Value.S _, Value.N _, Value.B _, Value.Bool _, Value.Null _, Value.SS _, Value.NS _, Value.BS _ ->
                null;
        };
    }
}
