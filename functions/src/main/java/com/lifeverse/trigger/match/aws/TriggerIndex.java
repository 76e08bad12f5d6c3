package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.match.aws.Home.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the triggers that want an event. Each pattern is filed under the demand that the fewest patterns share, a literal one
 * where it has any, such as its event type or a map's name. An event is held against what is filed under what it says
 * itself, first by clues that cost nothing, and what they let through is judged by event-ruler: its verdict is the verdict.
 * So thousands of triggers cost what a handful does, and a machine is compiled only when an event first needs it. Safe for use
 * by several threads.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">EventBridge patterns</a>
 */
public final class TriggerIndex {
    /** A place for each clue of a leaf: an event that satisfies the leaf comes by at one of them. */
    private record Place(String path, List<Home> homes, long burden) {}

    private final Fields fields = new Fields();
    private final List<Shelves> shelves = new ArrayList<>();
    private final List<Filed> patterns = new ArrayList<>();
    /** Patterns that demand nothing of any one field, such as one that is all alternatives. */
    private final Shelf unfiled = new Shelf();

    /** Files the patterns, JSON texts by the trigger's name. Those that the matcher refuses fail when first compiled. */
    public TriggerIndex(Map<String, String> patterns) {
        var demands = new TreeMap<String, List<Leaf>>();
        patterns.forEach((name, pattern) -> demands.put(name, Leaf.of(read(pattern))));
        var crowds = new HashMap<Address, Integer>();
        demands.values()
                .forEach(leaves -> leaves.forEach(leaf -> leaf.clues().stream()
                        .flatMap(clue -> Home.of(clue).stream())
                        .forEach(home -> crowds.merge(home.address(leaf.path()), 1, Integer::sum))));
        demands.forEach((name, leaves) -> file(name, pattern(patterns, name), leaves, crowds));
    }

    /**
     * The names of the triggers whose patterns match, in order.
     *
     * @param event the whole event as it stands on the bus
     * @throws JsonProcessingException if it is not JSON
     */
    public List<String> matching(String event) throws JsonProcessingException {
        var said = fields.of(event);
        var candidates = new HashSet<Filed>(4);
        unfiled.ask(said, candidates);
        for (int field = 0; field < said.length; field++) {
            var values = said[field];
            if (values != null) {
                shelves.get(field).ask(values, said, candidates);
            }
        }
        return candidates.isEmpty()
                ? List.of()
                : candidates.stream()
                        .filter(candidate -> candidate.matches(event))
                        .map(Filed::name)
                        .sorted()
                        .toList();
    }

    /** Compiles everything now, so that no event has to wait for it. */
    public void compile() {
        patterns.forEach(Filed::compile);
    }

    private void file(String name, String pattern, List<Leaf> leaves, Map<Address, Integer> crowds) {
        var numbers = leaves.stream().mapToInt(leaf -> number(leaf.path())).toArray();
        var filed = new Filed(name, pattern, numbers, leaves.toArray(Leaf[]::new));
        patterns.add(filed);
        leaves.stream()
                .map(leaf -> place(leaf, crowds))
                .min(Comparator.comparingLong(Place::burden))
                .ifPresentOrElse(
                        place -> new LinkedHashSet<>(place.homes())
                                .forEach(home -> shelves(place.path()).add(home, filed)),
                        () -> unfiled.add(filed));
    }

    // The burden: how many patterns an event that comes by is held against, and how likely it is to come by.
    private static Place place(Leaf leaf, Map<Address, Integer> crowds) {
        var homes = new ArrayList<Home>();
        long burden = 0;
        for (var clue : leaf.clues()) {
            var best = Home.of(clue).stream()
                    .min(Comparator.comparingLong(home -> burden(home, leaf.path(), crowds)))
                    .orElseThrow();
            homes.add(best);
            burden += burden(best, leaf.path(), crowds);
        }
        return new Place(leaf.path(), homes, burden);
    }

    private static long burden(Home home, String path, Map<Address, Integer> crowds) {
        return home.by().burden
                + (long) Optional.ofNullable(crowds.get(home.address(path))).orElse(0);
    }

    private Shelves shelves(String path) {
        return shelves.get(number(path));
    }

    private int number(String path) {
        int number = fields.number(path);
        if (number == shelves.size()) {
            shelves.add(new Shelves());
        }
        return number;
    }

    private static String pattern(Map<String, String> patterns, String name) {
        return Optional.ofNullable(patterns.get(name)).orElseThrow();
    }

    private static JsonNode read(String pattern) {
        try {
            return Json.read(pattern);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A pattern is not JSON: " + pattern, e);
        }
    }
}
