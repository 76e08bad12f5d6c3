package com.lifeverse.trigger.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import java.util.List;
import java.util.Random;

/** Patterns with every operator, and events of the same few fields and values, so that many of them meet. */
final class RandomPatterns {
    private static final List<String> TYPES =
            List.of("match.ended.v1", "photo.taken.v1", "quest.done.v1", "item.sold.v1");
    private static final List<String> WORDS =
            List.of("win", "loss", "Winner", "windmill", "ranked", "co-op", "WIN", "");
    private static final List<String> ADDRESSES = List.of("10.0.0.1", "10.0.7.200", "192.168.1.9");
    private static final List<Integer> NUMBERS = List.of(-5, 0, 1, 2, 10, 100);
    private static final List<String> TEXT_FIELDS = List.of("outcome", "mode", "map");

    private final Random random;

    RandomPatterns(long seed) {
        random = new Random(seed);
    }

    String pattern() {
        var pattern = Json.object();
        int form = random.nextInt(10);
        if (form < 7) {
            pattern.putArray("detail-type").add(pick(TYPES));
        } else if (form < 9) {
            pattern.putArray("detail-type").add(pick(TYPES)).add(pick(TYPES));
        }
        if (random.nextInt(3) == 0) {
            pattern.putArray("source").addObject().put("prefix", "lifeverse.");
        }
        var payload = pattern.putObject("detail").putObject("payload");
        demands(payload, 1 + random.nextInt(3));
        if (random.nextInt(4) == 0) {
            var either = payload.putArray("$or");
            for (int choice = 0; choice < 2; choice++) {
                demands(either.addObject(), 1 + random.nextInt(2));
            }
        }
        return pattern.toString();
    }

    String event() {
        var event = Json.object();
        event.put("version", "0");
        event.put("source", random.nextInt(5) == 0 ? "elsewhere" : "lifeverse.game-server");
        event.put("detail-type", pick(TYPES));
        var payload = event.putObject("detail").putObject("payload");
        fields(payload);
        var items = payload.putArray("items");
        for (int item = random.nextInt(3); item > 0; item--) {
            fields(items.addObject());
        }
        if (random.nextInt(10) == 0) {
            event.withObject("/detail").put("payload.mode", pick(WORDS));
        }
        return event.toString();
    }

    private void demands(ObjectNode object, int count) {
        for (int demand = 0; demand < count; demand++) {
            var place = random.nextInt(4) == 0 ? object.withObject("/items") : object;
            switch (random.nextInt(7)) {
                case 0 -> place.putArray("score").add(number());
                case 1 -> place.putArray("address").addObject().put("cidr", "10.0.0.0/" + pick(List.of(8, 21, 31)));
                case 2 -> place.putArray("flag").add(random.nextBoolean());
                default -> {
                    var choices = place.putArray(pick(TEXT_FIELDS));
                    for (int choice = 1 + random.nextInt(2); choice > 0; choice--) {
                        choices.add(random.nextBoolean() ? Json.mapper().valueToTree(pick(WORDS)) : text());
                    }
                }
            }
        }
    }

    private JsonNode text() {
        var operator = Json.object();
        var word = pick(WORDS.subList(0, WORDS.size() - 1));
        switch (random.nextInt(12)) {
            case 0 -> operator.put("prefix", word.substring(0, 2));
            case 1 -> operator.put("suffix", word.substring(1));
            case 2 -> operator.put("equals-ignore-case", word);
            case 3 -> operator.put("wildcard", word.charAt(0) + "*" + word.charAt(word.length() - 1));
            case 4 -> operator.put("exists", random.nextBoolean());
            case 5 -> operator.put("anything-but", word);
            case 6 -> operator.putArray("anything-but").add(word).add(pick(WORDS));
            case 7 -> operator.putObject("anything-but").put("prefix", word.substring(0, 1));
            case 8 -> operator.putObject("anything-but").put("suffix", word.substring(2));
            case 9 -> operator.putObject("anything-but").put("wildcard", "*" + word.charAt(1) + "*");
            case 10 -> operator.putObject("prefix").put("equals-ignore-case", word.substring(0, 2));
            default -> {
                return Json.mapper().nullNode();
            }
        }
        return operator;
    }

    private JsonNode number() {
        if (random.nextInt(3) == 0) {
            return Json.mapper().valueToTree(pick(NUMBERS));
        }
        var operator = Json.object();
        var numeric = operator.putArray("numeric");
        numeric.add(pick(List.of(">", ">="))).add(pick(NUMBERS));
        if (random.nextBoolean()) {
            numeric.add("<").add(500);
        }
        return operator;
    }

    private void fields(ObjectNode object) {
        for (var field : TEXT_FIELDS) {
            switch (random.nextInt(8)) {
                case 0 -> object.putNull(field);
                case 1 -> object.putArray(field).add(pick(WORDS)).add(pick(WORDS));
                case 2 -> object.putArray(field);
                case 3 -> {
                    // Absent.
                }
                default -> object.put(field, pick(WORDS));
            }
        }
        object.put("score", pick(NUMBERS));
        object.put("address", pick(ADDRESSES));
        object.put("flag", random.nextBoolean());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
