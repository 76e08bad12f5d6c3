package com.lifeverse.trigger.match.aws;

import com.lifeverse.trigger.match.aws.Said.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The shelves of one field: by what its value is, how it begins or ends, what range it is in, and that it is there. */
final class Shelves {
    private final Map<String, Shelf> literals = new HashMap<>();
    private final Map<String, Shelf> heads = new HashMap<>();
    private final Map<String, Shelf> tails = new HashMap<>();
    /** How long heads are, the shortest first. */
    private int[] headLengths = {};

    private int[] tailLengths = {};
    private final Ranges ranges = new Ranges();
    private final Shelf present = new Shelf();

    void add(Home home, Filed pattern) {
        switch (home.by()) {
            case LITERAL -> shelf(literals, home).add(pattern);
            case HEAD -> {
                headLengths = with(headLengths, home.text().length());
                shelf(heads, home).add(pattern);
            }
            case TAIL -> {
                tailLengths = with(tailLengths, home.text().length());
                shelf(tails, home).add(pattern);
            }
            case RANGE -> ranges.add((Clue.Range) home.clue(), pattern);
            case PRESENCE -> present.add(pattern);
        }
    }

    /** Asks the shelves that fit the field's values, of which there is at least one. */
    void ask(Said values, @Nullable Said[] said, Set<Filed> candidates) {
        present.ask(said, candidates);
        for (@Nullable Said value = values; value != null; value = value.next) {
            if (value.kind == Kind.TEXT) {
                ask(value.text, said, candidates);
            } else if (value.kind == Kind.NUMBER) {
                ranges.around(value.worth(), shelf -> shelf.ask(said, candidates));
            }
        }
    }

    private void ask(String text, @Nullable Said[] said, Set<Filed> candidates) {
        if (!literals.isEmpty()) {
            ask(literals.get(text), said, candidates);
        }
        for (int length : headLengths) {
            if (length > text.length()) {
                break;
            }
            ask(heads.get(text.substring(0, length)), said, candidates);
        }
        for (int length : tailLengths) {
            if (length > text.length()) {
                break;
            }
            ask(tails.get(text.substring(text.length() - length)), said, candidates);
        }
    }

    private static int[] with(int[] lengths, int another) {
        return IntStream.concat(IntStream.of(lengths), IntStream.of(another))
                .distinct()
                .sorted()
                .toArray();
    }

    private static Shelf shelf(Map<String, Shelf> shelves, Home home) {
        return shelves.computeIfAbsent(home.text(), _ -> new Shelf());
    }

    private static void ask(@Nullable Shelf shelf, @Nullable Said[] said, Set<Filed> candidates) {
        if (shelf != null) {
            shelf.ask(said, candidates);
        }
    }
}
