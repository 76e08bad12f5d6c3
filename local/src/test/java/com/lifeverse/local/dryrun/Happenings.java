package com.lifeverse.local.dryrun;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What players do in a few days, drawn from a seed: bursts, repeats, and events that are told late. */
final class Happenings {
    static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(3);
    private static final List<String> OUTCOMES = List.of("win", "loss", "draw");
    private static final List<String> MODES = List.of("duel", "team", "co-op", "ranked");
    private static final List<String> PLATFORMS = List.of("pc", "playstation", "xbox", "switch");

    private final Random random;
    private final int players;
    private final List<Envelope> told = new ArrayList<>();

    private Happenings(long seed, int players) {
        this.random = new Random(seed);
        this.players = players;
    }

    /** So many events of so many players, in the order in which they are told. */
    static List<Envelope> of(long seed, int events, int players) {
        var happenings = new Happenings(seed, players);
        long pause = SPAN.toMillis() / events;
        for (int number = 0; number < events; number++) {
            if (number % 7 == 3) {
                happenings.signIn(number, START.plusMillis(number * pause + 1));
            }
            happenings.tell(number, START.plusMillis(number * pause + happenings.random.nextInt((int) pause)));
        }
        return happenings.told;
    }

    /** The line of the archive. */
    static String line(Envelope event) {
        return Envelopes.write(event).toString();
    }

    // On another platform each time, some as new players, some told late.
    private void signIn(int number, Instant now) {
        var at = number % 5 == 0 ? now.minus(Duration.ofHours(number % 40)) : now;
        var player = player();
        var payload = new LinkedHashMap<String, Object>();
        payload.put("platform", PLATFORMS.get(random.nextInt(PLATFORMS.size())));
        payload.put("region", "eu-west-1");
        payload.put("newPlayer", random.nextInt(3) == 0);
        told.add(event("evt_01a1fb98-f207-77f1-940b-%012x".formatted(number), "session.started.v1", at, player, payload)
                .deduplicatedBy("session-" + number));
    }

    private String player() {
        return "ply_01a1fb98-ef50-78db-a03f-%012x".formatted(random.nextInt(players));
    }

    private void tell(int number, Instant now) {
        int chance = random.nextInt(100);
        if (chance < 5 && !told.isEmpty()) {
            told.add(told.get(random.nextInt(told.size())));
            return;
        }
        // Never on a whole second: nobody can say whether a sweep of the same moment comes before it.
        var time = now.equals(now.truncatedTo(ChronoUnit.SECONDS)) ? now.plusMillis(1) : now;
        if (chance < 10) {
            time = time.minus(Duration.ofMinutes(1L + random.nextInt(600)));
        } else if (chance < 11) {
            time = time.minus(Duration.ofDays(16));
        }
        var player = player();
        var id = "evt_01a1fb98-f207-77f1-940a-%012x".formatted(number);
        var event = random.nextInt(4) == 0
                ? event(id, "milestone.reached.v1", time, player, Map.of("milestone", "m" + random.nextInt(5)))
                : event(id, "match.ended.v1", time, player, match(number));
        told.add(event.deduplicatedBy("happening-" + number));
    }

    private Map<String, Object> match(int number) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("matchId", "match-" + number / 2);
        payload.put("mode", MODES.get(random.nextInt(MODES.size())));
        payload.put("outcome", OUTCOMES.get(random.nextInt(OUTCOMES.size())));
        payload.put("durationSeconds", random.nextInt(900));
        return payload;
    }

    private static Envelope event(String id, String type, Instant time, String player, Map<String, Object> payload) {
        return Envelope.first(id, type, time, player, "game-server", payload);
    }
}
