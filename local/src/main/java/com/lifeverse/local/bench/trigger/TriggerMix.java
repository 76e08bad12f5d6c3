package com.lifeverse.local.bench.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Triggers as a live game has them, and events of which one in twenty is wanted by a trigger, all drawn from a seed. Of twenty
 * triggers eight ask for a type and a quest by name; four for a type and how an item begins; three for a type and a range of
 * points; two for a type and a shape of a scene; two for a type, a map and any mode but some; and one names nothing exactly.
 *
 * @param patterns by the trigger's name
 * @param events as they stand on the bus
 */
record TriggerMix(Map<String, String> patterns, List<String> events) {
    private static final int TYPES = 20;
    private static final int QUESTS = 2_000;
    private static final int MAPS = 60;
    private static final int WANTED_OF = 20;
    private static final int USUAL_POINTS = 5_000;
    private static final List<String> MODES = List.of("ranked", "casual", "co-op", "duel", "practice");
    private static final int PLACES = 40;

    static TriggerMix of(long seed, int triggers, int events) {
        var random = new Random(seed);
        var wanted = new ArrayList<ObjectNode>();
        var patterns = new LinkedHashMap<String, String>();
        for (int number = 0; number < triggers; number++) {
            patterns.put("trigger-" + number, pattern(random, number, wanted).toString());
        }
        var texts = new ArrayList<String>();
        for (int number = 0; number < events; number++) {
            var event = event(random, number);
            if (number % WANTED_OF == 0) {
                var wish = wanted.get(random.nextInt(wanted.size()));
                event.set("detail-type", wish.has("detail-type") ? wish.get("detail-type") : event.get("detail-type"));
                event.withObject("/detail/payload").setAll(wish.withObject("/payload"));
            }
            texts.add(event.toString());
        }
        return new TriggerMix(patterns, texts);
    }

    /** A pattern; to {@code wanted} goes what an event must say to match it. */
    private static ObjectNode pattern(Random random, int number, List<ObjectNode> wanted) {
        var pattern = Json.object();
        var wish = Json.object();
        wanted.add(wish);
        int kind = number % 20;
        if (kind < 19) {
            var type = type(random);
            pattern.putArray("detail-type").add(type);
            wish.put("detail-type", type);
        }
        var payload = pattern.withObject("/detail/payload");
        var said = wish.withObject("/payload");
        if (kind < 8) {
            var quest = "quest-" + random.nextInt(QUESTS);
            payload.putArray("quest").add(quest);
            payload.putArray("outcome").add("win");
            said.put("quest", quest).put("outcome", "win");
        } else if (kind < 12) {
            var item = "limited-%03x-".formatted(random.nextInt(4096));
            payload.putArray("item").addObject().put("prefix", item);
            said.put("item", item + "lantern");
        } else if (kind < 15) {
            int points = USUAL_POINTS + random.nextInt(USUAL_POINTS);
            payload.putArray("points")
                    .addObject()
                    .putArray("numeric")
                    .add(">=")
                    .add(points)
                    .add("<")
                    .add(points + 10);
            said.put("points", points + 5);
        } else if (kind < 17) {
            var place = random.nextInt(PLACES);
            var time = random.nextInt(PLACES);
            payload.putArray("scene")
                    .addObject()
                    .put("wildcard", "world-*-place%02d-*-hour%02d".formatted(place, time));
            said.put("scene", "world-7-place%02d-calm-hour%02d".formatted(place, time));
        } else if (kind < 19) {
            var map = "arena-" + random.nextInt(MAPS);
            payload.putArray("map").add(map);
            payload.putArray("mode")
                    .addObject()
                    .putArray("anything-but")
                    .add("practice")
                    .add("duel");
            said.put("map", map).put("mode", "co-op");
        } else {
            unfiled(random, payload, said);
        }
        return pattern;
    }

    private static void unfiled(Random random, ObjectNode payload, ObjectNode said) {
        int streak = 1_000 + random.nextInt(100_000);
        var campaign = "season-%d-".formatted(random.nextInt(500));
        switch (random.nextInt(3)) {
            case 0 -> {
                payload.putArray("streak")
                        .addObject()
                        .putArray("numeric")
                        .add("=")
                        .add(streak);
                said.put("streak", streak);
            }
            case 1 -> {
                payload.putArray("campaign").addObject().put("prefix", campaign);
                said.put("campaign", campaign + "finale");
            }
            default -> {
                payload.putArray("campaign").addObject().put("wildcard", campaign + "*-late");
                said.put("campaign", campaign + "week-3-late");
            }
        }
    }

    private static ObjectNode event(Random random, int number) {
        var event = Json.object()
                .put("version", "0")
                .put("id", "0d1f%08x-7c1e-4a55-9d3e-5f0a6f1f1c2b".formatted(number))
                .put("detail-type", type(random))
                .put("source", "lifeverse.game-server")
                .put("account", "111111111111")
                .put("time", "2026-11-21T09:00:00Z")
                .put("region", "us-east-1");
        event.putArray("resources");
        var detail = event.putObject("detail")
                .put("id", "evt_01a1fb98-f207-77f1-940a-9bb0%08x".formatted(number))
                .put("version", 1)
                .put("time", "2026-11-21T09:00:00.123Z")
                .put("playerId", "ply_01a1fb98-ef50-78db-a03f-%012x".formatted(random.nextInt(1_000_000)))
                .put("deduplicationId", "match-" + number)
                .put("correlationId", "evt_01a1fb98-f207-77f1-940a-9bb0%08x".formatted(number))
                .put("hops", 0)
                .put("producer", "game-server")
                .put("isReplay", false);
        detail.putArray("causation");
        detail.putObject("payload")
                .put("matchId", "match-" + number)
                .put("outcome", random.nextBoolean() ? "win" : "loss")
                .put("quest", "side-" + random.nextInt(QUESTS))
                .put("item", "common-%03x-sword".formatted(random.nextInt(4096)))
                .put("points", random.nextInt(USUAL_POINTS))
                .put("scene", "world-%d-place%02d-busy-night".formatted(random.nextInt(9), random.nextInt(PLACES)))
                .put("map", "plaza-" + random.nextInt(MAPS))
                .put("mode", MODES.get(random.nextInt(MODES.size())))
                .put("streak", random.nextInt(900))
                .put("campaign", "everyday-" + random.nextInt(500))
                .put("durationSeconds", random.nextInt(900));
        return event;
    }

    private static String type(Random random) {
        return "game.happened_%02d.v1".formatted(random.nextInt(TYPES));
    }
}
