package com.lifeverse.local.rehearse;

import com.lifeverse.local.http.message.Response;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What bots came to in the event, over time. */
final class Takings {
    /** What there is to count. */
    enum Kind {
        /** A bot was let in. */
        JOINED("joined"),
        /** A bot did what counts. */
        DID("did what counts"),
        /** A bot claimed a reward. */
        CLAIMED("rewards claimed"),
        /** A reward was settled that nobody had claimed. */
        SETTLED("rewards settled");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final Map<Kind, List<Instant>> moments = new EnumMap<>(Kind.class);
    private final Map<LocalDateTime, Integer> seats = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, String>> messages = new TreeMap<>();
    private final Set<String> looked = new TreeSet<>();
    private final Set<Response> judged = Collections.newSetFromMap(new IdentityHashMap<>());

    void add(Kind kind, Instant at) {
        moments.computeIfAbsent(kind, _ -> new ArrayList<>()).add(at);
    }

    void joined(LocalDateTime occurrence, Instant at) {
        seats.merge(occurrence, 1, Integer::sum);
        add(Kind.JOINED, at);
    }

    /** How many were let into an occurrence so far. */
    int seats(LocalDateTime occurrence) {
        return seats.getOrDefault(occurrence, 0);
    }

    /** An answer that the bot has judged itself: it is no error that a good client should not get. */
    void judged(Response response) {
        judged.add(response);
    }

    boolean isJudged(Response response) {
        return judged.contains(response);
    }

    /** A message was in that bot's inbox in the end. */
    void message(String bot, String id, String key) {
        messages.computeIfAbsent(bot, _ -> new TreeMap<>()).put(id, key);
    }

    /** How many of a text were in that bot's inbox in the end. */
    long messages(String bot, String key) {
        return messages.getOrDefault(bot, Collections.emptySortedMap()).values().stream()
                .filter(key::equals)
                .count();
    }

    /** A bot has read all of its inbox. */
    void looked(String bot) {
        looked.add(bot);
    }

    /** Whether that bot has looked where it stands when all was over. */
    boolean hasLooked(String bot) {
        return looked.contains(bot);
    }

    /** When it happened, in order. */
    List<Instant> moments(Kind kind) {
        return moments.getOrDefault(kind, List.of()).stream().sorted().toList();
    }
}
