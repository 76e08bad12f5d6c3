package com.lifeverse.local.durable;

import java.util.HashMap;
import java.util.Map;

/** What a process has said it did: for pairs how often, for counters and notes how far. */
final class Told {
    private final Map<String, Long> pairs = new HashMap<>();
    private final Map<String, Long> reached = new HashMap<>();
    private int lines;

    void line(String line) {
        var words = line.split(" ", -1);
        if (words.length != 4 || !words[3].equals(".")) {
            // The last line may be torn: then nobody was told.
            return;
        }
        lines++;
        var which = words[0] + " " + words[1];
        long number = Long.parseLong(words[2]);
        if (words[0].equals("pair")) {
            pairs.merge(which, number, Long::sum);
        } else {
            reached.merge(which, number, Long::max);
        }
    }

    int lines() {
        return lines;
    }

    /** How many transactions of a pair have returned. */
    long pair(int pair) {
        return pairs.getOrDefault("pair " + pair, 0L);
    }

    /** The number that a counter has been told to have, or {@code before} if nothing was told. */
    long counter(int thread, long before) {
        return reached.getOrDefault("counter " + thread, before);
    }

    /** The number of a thread's note, or {@code before} if nothing was told. */
    long note(int thread, long before) {
        return reached.getOrDefault("note " + thread, before);
    }
}
