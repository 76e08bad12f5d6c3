package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.local.kernel.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recorded patterns, transformers and filters told anew: every word that is nobody's but the case's is written three
 * letters further on in the alphabet, and every number that is compared is one more. What begins, ends or equals
 * something still does, so the answers are known.
 */
final class Retold {
    private static final int LETTERS = 26;
    private static final int FURTHER = 3;

    /** Words that AWS gives a meaning: operators, members of events and records, and what the recordings masked. */
    private static final Set<String> OF_AWS = Set.of(
            "prefix",
            "suffix",
            "exists",
            "numeric",
            "cidr",
            "anything",
            "but",
            "equals",
            "ignore",
            "case",
            "wildcard",
            "or",
            "version",
            "id",
            "detail",
            "type",
            "source",
            "account",
            "time",
            "region",
            "resources",
            "true",
            "false",
            "null",
            "date",
            "uuid",
            "aws",
            "events",
            "event",
            "body",
            "dynamodb",
            "sqs",
            "NewImage",
            "OldImage",
            "Keys",
            "S",
            "N",
            "M",
            "L",
            "B",
            "BOOL",
            "NULL",
            "SS",
            "eventName",
            "eventSource",
            "INSERT",
            "MODIFY",
            "REMOVE",
            "ApproximateCreationDateTime");

    private static final Pattern WORD = Pattern.compile("\\\\.|[A-Za-z]+");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9a-fA-FxX:.]*:[0-9a-fA-FxX:./]*|\\d[\\d.]*/?\\w*|bad-.*filter.*");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT.*");
    private static final Pattern QUOTED_BACK = Pattern.compile("(match type |Unrecognized token ')(\\w+)");

    private Retold() {}

    static JsonNode pattern(JsonNode play) {
        var told = (ObjectNode) play.deepCopy();
        boolean raw = play.path("raw").asBoolean();
        for (var member : List.of("pattern", "event")) {
            var given = play.get(member);
            told.set(member, raw && given.isTextual() ? TextNode.valueOf(words(given.textValue())) : node(given, 1));
        }
        var error = told.path("error");
        if (error.path("message").isTextual()) {
            ((ObjectNode) error)
                    .put(
                            "message",
                            QUOTED_BACK
                                    .matcher(error.path("message").textValue())
                                    .replaceAll(found -> found.group(1) + words(found.group(2))));
        }
        return told;
    }

    static JsonNode transformer(JsonNode play) {
        return retold(play, List.of("event", "inputPath", "inputPathsMap", "inputTemplate", "deliveredBody"), 0);
    }

    static JsonNode filter(JsonNode play) {
        boolean table = play.path("test").asText().startsWith("test_dynamodb");
        return retold(
                play,
                List.of("filter", "item_to_put1", "item_to_put2", "item_matching", "item_not_matching"),
                table ? 0 : 1);
    }

    private static JsonNode retold(JsonNode play, List<String> members, int more) {
        var told = (ObjectNode) play.deepCopy();
        members.stream().filter(play::has).forEach(member -> told.set(member, node(play.get(member), more)));
        return told;
    }

    private static JsonNode node(JsonNode node, int more) {
        return switch (node) {
            case ObjectNode object -> {
                var told = Json.object();
                object.properties().forEach(member -> told.set(words(member.getKey()), node(member.getValue(), more)));
                yield told;
            }
            case ArrayNode list -> {
                var told = Json.array();
                list.forEach(item -> told.add(node(item, more)));
                yield told;
            }
            case TextNode text -> TextNode.valueOf(words(text.textValue()));
            default ->
                node.isNumber() && more > 0
                        ? DecimalNode.valueOf(node.decimalValue().add(BigDecimal.valueOf(more)))
                        : node;
        };
    }

    private static String words(String text) {
        if (ADDRESS.matcher(text).matches() || MOMENT.matcher(text).matches()) {
            return text;
        }
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
    }

    private static String word(String word) {
        if (word.startsWith("\\") || OF_AWS.contains(word)) {
            return word;
        }
        var told = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            char first = Character.isUpperCase(letter) ? 'A' : 'a';
            told.append((char) (first + (letter - first + FURTHER) % LETTERS));
        }
        return told.toString();
    }
}
