package com.lifeverse.trigger.run.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.platform.json.Json;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * What staff are shown of inputs and outputs: members whose names say that they are secret are not. No workflow of ours is given a
 * secret; this is for the one that somebody gives by mistake.
 */
public final class Masked {
    /** Stands for what is not shown; nobody can save it. */
    public static final String NOT_SHOWN = "(not shown)";

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(secret|password|token|credential|authorization|signature|privatekey|apikey).*");

    private Masked() {}

    /** JSON as it may be shown; text that is none is a text, and what is longer than that is cut to one. */
    public static JsonNode of(String text, int longest) {
        var masked = of(text);
        var shown = masked.toString();
        return shown.length() > longest ? TextNode.valueOf(shown.substring(0, longest) + "…") : masked;
    }

    /** As the other, however long it is. */
    public static JsonNode of(String text) {
        try {
            return masked(Json.read(text));
        } catch (JsonProcessingException _) {
            return TextNode.valueOf(text);
        }
    }

    /** A copy without what is not shown. */
    public static JsonNode without(JsonNode whole) {
        var shown = whole.deepCopy();
        leaveOut(shown);
        return shown;
    }

    private static void leaveOut(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .removeIf(member -> SECRET.matcher(member.getKey()).matches());
        }
        node.forEach(Masked::leaveOut);
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : new ArrayList<>(object.properties())) {
                object.set(
                        name.getKey(),
                        SECRET.matcher(name.getKey()).matches()
                                ? TextNode.valueOf(NOT_SHOWN)
                                : masked(name.getValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, masked(array.get(at)));
            }
        }
        return node;
    }
}
