package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** Patterns with every operator, and events of the same few fields and values, so that many of them meet. */
final class RandomPatterns {
    private static final List<String> TYPES = List.of("match.ended.v1", "photo.taken.v1", "quest.done.v1");
    private static final List<String> WORDS =
            List.of("win", "Winner", "windmill", "WIN", "loss", "co-op", "wi\u00f6n", "a*b", "\ud83d\ude00win", "");
    private static final List<String> ADDRESSES = List.of("10.0.0.1", "10.0.7.200", "192.168.1.9", "2001:db8::1");
    private static final List<String> NETWORKS =
            List.of("10.0.0.0/8", "10.0.0.0/21", "10.0.0.1/32", "0.0.0.0/0", "2001:db8::/32");
    private static final List<BigDecimal> NUMBERS = List.of(
            new BigDecimal("-5"),
            new BigDecimal("0"),
            new BigDecimal("1"),
            new BigDecimal("1.0"),
            new BigDecimal("1.5"),
            new BigDecimal("3E+1"),
            new BigDecimal("30"),
            new BigDecimal("100"));
    private static final List<String> TEXT_FIELDS = List.of("outcome", "mode", "map");

    private final Random random;

    RandomPatterns(long seed) {
        random = new Random(seed);
    }

    String pattern() {
        var pattern = Json.object();
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> pattern.putArray("detail-type").add(pick(TYPES));
            case 3, 4 -> pattern.putArray("detail-type").add(pick(TYPES)).add(pick(TYPES));
            case 5 -> pattern.putArray("source").addObject().put("prefix", "lifeverse.");
            default -> {
                // Of every type.
            }
        }
        var payload = pattern.putObject("detail").putObject("payload");
        demands(payload, 1 + random.nextInt(2));
        if (random.nextInt(6) == 0) {
            var either = payload.putArray("$or");
            for (int choice = 0; choice < 2; choice++) {
                demands(either.addObject(), 1);
            }
            if (Absences.fault(pattern).isPresent()) {
                // The matcher contradicts itself there, so there is nothing to compare with.
                payload.remove("$or");
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
        var text = event.toString();
        // A key given twice counts with both its values.
        return random.nextInt(10) == 0 ? text.replaceFirst("\\{", "{\"source\":\"lifeverse.session\",") : text;
    }

    private void demands(ObjectNode object, int count) {
        for (int demand = 0; demand < count; demand++) {
            var place = random.nextInt(4) == 0 ? object.withObject("/items") : object;
            switch (random.nextInt(8)) {
                case 0, 1 -> place.putArray("score").add(number());
                case 2 -> place.putArray("address").addObject().put("cidr", pick(NETWORKS));
                case 3 -> place.putArray("flag").add(random.nextBoolean());
                default -> {
                    var choices = place.putArray(pick(TEXT_FIELDS));
                    for (int choice = 1 + random.nextInt(2); choice > 0; choice--) {
                        choices.add(random.nextInt(4) == 0 ? Json.mapper().valueToTree(pick(WORDS)) : text());
                    }
                }
            }
        }
    }

    private JsonNode text() {
        var operator = Json.object();
        var word = pick(WORDS.subList(0, WORDS.size() - 1));
        int half = word.offsetByCodePoints(0, 1);
        switch (random.nextInt(20)) {
            case 0 -> operator.put("prefix", word.substring(0, half));
            case 1 -> operator.put("suffix", word.substring(half));
            case 2 -> operator.put("equals-ignore-case", word);
            case 3 -> operator.put("wildcard", "w*n");
            case 4 -> operator.put("wildcard", pick(List.of("*i*", "*", "a\\*b", "*n", "W*r", "wi*n*l")));
            case 5, 6 -> operator.put("exists", random.nextBoolean());
            case 7 -> operator.put("anything-but", word);
            case 8 -> operator.putArray("anything-but").add(word).add(pick(WORDS));
            case 9 -> operator.putObject("anything-but").put("prefix", word.substring(0, half));
            case 10 -> operator.putObject("anything-but").put("suffix", word.substring(half));
            case 11 -> operator.putObject("anything-but").put("wildcard", "*i*");
            case 12 -> operator.putObject("anything-but").put("equals-ignore-case", word);
            case 13 ->
                operator.putObject("anything-but")
                        .putArray("equals-ignore-case")
                        .add(word)
                        .add(pick(WORDS));
            case 14 ->
                operator.putObject("anything-but").putArray("prefix").add("wi").add("l");
            case 15 ->
                operator.putObject("anything-but").putArray("suffix").add("n").add("p");
            case 16 ->
                operator.putObject("anything-but")
                        .putArray("wildcard")
                        .add("W*")
                        .add("c*p");
            case 17 -> operator.putObject("prefix").put("equals-ignore-case", word.substring(0, half));
            case 18 -> operator.putObject("suffix").put("equals-ignore-case", word.substring(half));
            default -> {
                return Json.mapper().nullNode();
            }
        }
        return operator;
    }

    private JsonNode number() {
        var operator = Json.object();
        switch (random.nextInt(6)) {
            case 0 -> {
                return Json.mapper().getNodeFactory().numberNode(pick(NUMBERS));
            }
            case 1 -> operator.put("anything-but", pick(NUMBERS));
            case 2 -> operator.putArray("anything-but").add(pick(NUMBERS)).add(pick(NUMBERS));
            case 3 -> operator.putArray("numeric").add("=").add(pick(NUMBERS));
            case 4 -> operator.putArray("numeric").add(pick(List.of("<", "<="))).add(pick(NUMBERS));
            default -> {
                var numeric = operator.putArray("numeric");
                numeric.add(pick(List.of(">", ">="))).add(pick(NUMBERS.subList(0, 4)));
                if (random.nextBoolean()) {
                    numeric.add(pick(List.of("<", "<="))).add(50);
                }
            }
        }
        return operator;
    }

    private void fields(ObjectNode object) {
        for (var field : TEXT_FIELDS) {
            switch (random.nextInt(9)) {
                case 0 -> object.putNull(field);
                case 1 -> object.putArray(field).add(pick(WORDS)).add(pick(WORDS));
                case 2 -> object.putArray(field);
                case 3 -> object.put(field, pick(NUMBERS));
                case 4 -> {
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
