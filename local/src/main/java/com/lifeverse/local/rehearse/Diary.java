package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.calendar.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What bots have seen. */
final class Diary {
    /** A bot's game has passed into a phase, by what it knows. */
    record Noticed(String bot, LocalDateTime occurrence, Phase phase, Instant intended, Instant actual) {
        Duration lateness() {
            return Duration.between(intended, actual);
        }
    }

    /** A bot had something else than it should. */
    record Wrong(String bot, String code, Instant at, String message) {}

    /** A value of a flag, and who had it. */
    static final class FlagSeen {
        private final Set<String> bots = new TreeSet<>();
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        int bots() {
            return bots.size();
        }

        Instant first() {
            return first;
        }

        Instant last() {
            return last;
        }

        private void by(String bot, Instant now) {
            bots.add(bot);
            first = now.isBefore(first) ? now : first;
            last = now.isAfter(last) ? now : last;
        }
    }

    private final List<Noticed> noticed = new ArrayList<>();
    private final List<Wrong> wrongs = new ArrayList<>();
    private final Set<List<Object>> known = new HashSet<>();
    private final Map<String, FlagSeen> flags = new TreeMap<>();
    private final Map<String, Integer> notices = new TreeMap<>();
    private final Map<String, String> messages = new TreeMap<>();
    private final Set<Long> versions = new TreeSet<>();
    private int looks;

    /** A bot has looked at its game. */
    void looked(String bot, View view, Instant now) {
        looks++;
        view.flags()
                .forEach((flag, value) -> flags.computeIfAbsent(flag + " = " + value, _ -> new FlagSeen())
                        .by(bot, now));
    }

    void noticed(Noticed turn) {
        noticed.add(turn);
    }

    /** One finding of a kind for a bot and what it is about is enough. */
    void wrong(Wrong wrong, Object about) {
        if (known.add(List.of(wrong.bot(), wrong.code(), about))) {
            wrongs.add(wrong);
        }
    }

    /** A renewal or a timeline has told that version. */
    void heard(long version) {
        versions.add(version);
    }

    /** A renewal has told something. */
    void notice(String kind) {
        notices.merge(kind, 1, Integer::sum);
    }

    /** A message was in a bot's inbox; each is told of once. */
    void message(String id, String key) {
        messages.put(id, key);
    }

    List<Noticed> noticed() {
        return List.copyOf(noticed);
    }

    List<Wrong> wrongs() {
        return List.copyOf(wrongs);
    }

    Map<String, FlagSeen> flags() {
        return new TreeMap<>(flags);
    }

    Map<String, Integer> notices() {
        return new TreeMap<>(notices);
    }

    /** How many messages there were, by their keys. */
    Map<String, Integer> messages() {
        var counts = new TreeMap<String, Integer>();
        messages.values().forEach(key -> counts.merge(key, 1, Integer::sum));
        return counts;
    }

    Set<Long> versions() {
        return new TreeSet<>(versions);
    }

    int looks() {
        return looks;
    }
}
