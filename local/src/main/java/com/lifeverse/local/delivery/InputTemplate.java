package com.lifeverse.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A target's input transformer: a template in which {@code <name>} stands for what a path finds. A template that is one
 * quoted text stays a text, and objects lose their quotes in it; any other has to come out as JSON, where a value outside
 * quotes is put as JSON. What a path does not find is the empty text.
 */
public final class InputTemplate {
    private static final Pattern PLACEHOLDER = Pattern.compile("<([A-Za-z0-9_.-]+)>");
    private static final String RESERVED = "aws.events.";

    private sealed interface Piece {
        record Literal(String text) implements Piece {}

        record Slot(String name, boolean quoted) implements Piece {}
    }

    private final Map<String, EventPath> paths;
    private final List<Piece> pieces;
    private final boolean isText;

    private InputTemplate(Map<String, EventPath> paths, List<Piece> pieces, boolean isText) {
        this.paths = Map.copyOf(paths);
        this.pieces = List.copyOf(pieces);
        this.isText = isText;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if a path is not understood, or a placeholder has none
     */
    public static InputTemplate parse(Map<String, String> pathsMap, String template) {
        var paths = new LinkedHashMap<String, EventPath>();
        pathsMap.forEach((name, path) -> paths.put(name, EventPath.parse(path)));
        var pieces = new ArrayList<Piece>();
        var matcher = PLACEHOLDER.matcher(template);
        boolean quoted = false;
        int position = 0;
        while (matcher.find()) {
            var name = matcher.group(1);
            if (!paths.containsKey(name) && !name.startsWith(RESERVED)) {
                throw new IllegalArgumentException("Placeholder <" + name + "> has no path");
            }
            var literal = template.substring(position, matcher.start());
            quoted = endsQuoted(literal, quoted);
            pieces.add(new Piece.Literal(literal));
            pieces.add(new Piece.Slot(name, quoted));
            position = matcher.end();
        }
        pieces.add(new Piece.Literal(template.substring(position)));
        return new InputTemplate(paths, pieces, template.strip().startsWith("\""));
    }

    /** The text made from {@code event}; empty if it had to be JSON and is not. */
    public Optional<String> fill(MatchedEvent event) {
        var text = new StringBuilder();
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Literal(var literal) -> text.append(literal);
                case Piece.Slot(var name, var quoted) -> text.append(written(value(name, event), quoted));
            }
        }
        var made = text.toString();
        return isText || Json.parse(made).isPresent() ? Optional.of(made) : Optional.empty();
    }

    private JsonNode value(String name, MatchedEvent event) {
        return switch (name) {
            case "aws.events.rule-arn" -> TextNode.valueOf(event.ruleArn());
            case "aws.events.rule-name" -> TextNode.valueOf(event.ruleName());
            case "aws.events.event.ingestion-time" ->
                TextNode.valueOf(event.ingestedAt().toString());
            case "aws.events.event.json" -> event.tree();
            case "aws.events.event" -> event.tree().deepCopy().without("detail");
            default ->
                Optional.ofNullable(paths.get(name))
                        .flatMap(path -> path.in(event.tree()))
                        .orElse(TextNode.valueOf(""));
        };
    }

    private String written(JsonNode value, boolean quoted) {
        var json = Json.text(value);
        if (!quoted) {
            return json;
        }
        if (value.isTextual()) {
            return json.substring(1, json.length() - 1);
        }
        return isText ? json.replace("\"", "") : json;
    }

    private static boolean endsQuoted(String literal, boolean quotedBefore) {
        boolean quoted = quotedBefore;
        for (int i = 0; i < literal.length(); i++) {
            if (literal.charAt(i) == '\\') {
                i++;
            } else if (literal.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return quoted;
    }
}
