package com.lifeverse.local.table.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of an item that a projection asks for. */
final class Extract {
    private Extract() {}

    /** True if two of the paths get into each other's way. */
    static boolean refuses(List<Tree.PathTo> paths) {
        for (int i = 0; i < paths.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (paths.get(i).overlaps(paths.get(j)) || paths.get(i).conflicts(paths.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    static Map<String, Object> of(List<Tree.PathTo> paths, Map<String, Object> item) {
        var parts = inMap(item, paths.stream().map(Tree.PathTo::steps).toList());
        return parts == null ? Map.of() : parts;
    }

    private static @Nullable Map<String, Object> inMap(Map<?, ?> map, List<List<Object>> paths) {
        var parts = new LinkedHashMap<String, Object>();
        for (var path : paths) {
            if (path.getFirst() instanceof String name && !parts.containsKey(name)) {
                var part = part(map.get(name), below(path.getFirst(), paths));
                if (part != null) {
                    parts.put(name, part);
                }
            }
        }
        return parts.isEmpty() ? null : parts;
    }

    private static @Nullable List<Object> inList(List<?> list, List<List<Object>> paths) {
        var parts = new TreeMap<Integer, Object>();
        for (var path : paths) {
            if (path.getFirst() instanceof Integer index && index < list.size()) {
                var part = part(list.get(index), below(index, paths));
                if (part != null) {
                    parts.put(index, part);
                }
            }
        }
        return parts.isEmpty() ? null : new ArrayList<>(parts.values());
    }

    private static List<List<Object>> below(Object step, List<List<Object>> paths) {
        return paths.stream()
                .filter(path -> path.getFirst().equals(step))
                .map(path -> path.subList(1, path.size()))
                .toList();
    }

    private static @Nullable Object part(@Nullable Object value, List<List<Object>> paths) {
        if (value == null || paths.getFirst().isEmpty()) {
            return value;
        }
        return switch (value) {
            case Map<?, ?> map -> inMap(map, paths);
            case List<?> list -> inList(list, paths);
            default -> null;
        };
    }
}
