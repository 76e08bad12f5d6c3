package com.lifeverse.local.http.api;

import com.lifeverse.local.http.message.Percent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What requests a route is for: {@code METHOD /path/with/{variables}}, or {@code $default}.
 *
 * @param text as the template states it
 * @param method {@code ANY} for every method
 * @param segments of the path, none for {@code $default}
 */
public record RouteKey(String text, String method, List<String> segments) {
    /** The key of the route that takes what no other takes. */
    public static final String DEFAULT = "$default";

    private static final String ANY = "ANY";

    /**
     * Reads a route key.
     *
     * @throws IllegalArgumentException if {@code text} is none
     */
    public static RouteKey parse(String text) {
        if (text.equals(DEFAULT)) {
            return new RouteKey(text, ANY, List.of());
        }
        var parts = text.split(" ", -1);
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException("Not a route key: " + text);
        }
        return new RouteKey(text, parts[0], split(parts[1]));
    }

    /** The decoded segments of a path as sent. */
    public static List<String> decode(String path) {
        return split(path).stream().map(Percent::decode).toList();
    }

    /** True for {@code $default}. */
    public boolean isDefault() {
        return text.equals(DEFAULT);
    }

    /** The path's variables if the request is one of this route's. */
    public Optional<Map<String, String>> match(String requestMethod, List<String> path) {
        if (isDefault()) {
            return Optional.of(Map.of());
        }
        boolean greedy = !segments.isEmpty() && isGreedy(segments.getLast());
        boolean fits = greedy ? path.size() >= segments.size() : path.size() == segments.size();
        if (!fits || !(method.equals(ANY) || method.equals(requestMethod))) {
            return Optional.empty();
        }
        var variables = new LinkedHashMap<String, String>();
        for (int i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            if (isGreedy(segment)) {
                variables.put(variable(segment), String.join("/", path.subList(i, path.size())));
            } else if (isVariable(segment) && !path.get(i).isEmpty()) {
                variables.put(variable(segment), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /**
     * Sorts the more exact key first, as API Gateway chooses among those that match: segment by segment a word before a
     * variable before a greedy one, then a method before any, and {@code $default} last.
     */
    String precedence() {
        return isDefault()
                ? "9"
                : segments.stream()
                        .map(segment -> isGreedy(segment) ? "2" : isVariable(segment) ? "1" : "0")
                        .collect(Collectors.joining("", "0", method.equals(ANY) ? "1" : "0"));
    }

    /** The route in ARNs of {@code execute-api}: method and path, or {@code $default}. */
    String resource() {
        return isDefault() ? DEFAULT : (method.equals(ANY) ? "*" : method) + "/" + String.join("/", segments);
    }

    private static List<String> split(String path) {
        var relative = path.startsWith("/") ? path.substring(1) : path;
        return Arrays.asList(relative.split("/", -1));
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return segment.startsWith("{") && segment.endsWith("+}");
    }

    private static String variable(String segment) {
        return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }
}
