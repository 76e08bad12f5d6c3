package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.letter.Corrections;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Where two inputs differ. */
public final class Differences {
    private Differences() {}

    /** JSON Pointers to the smallest parts that are not the same in both, the first {@link Corrections#MOST_PLACES} of them. */
    public static List<String> between(String before, String after) {
        var found = new ArrayList<String>();
        try {
            compare("", Json.read(before), Json.read(after), found);
        } catch (JsonProcessingException _) {
            // It was not JSON; then all of it is new.
            found.add("");
        }
        return found;
    }

    private static void compare(String place, JsonNode before, JsonNode after, List<String> found) {
        if (found.size() == Corrections.MOST_PLACES || before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            var names = new LinkedHashSet<String>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(
                    place + "/" + name.replace("~", "~0").replace("/", "~1"),
                    before.path(name),
                    after.path(name),
                    found));
        } else if (before.isArray() && after.isArray()) {
            for (int at = 0; at < Math.max(before.size(), after.size()); at++) {
                compare(place + "/" + at, item(before, at), item(after, at), found);
            }
        } else {
            found.add(place);
        }
    }

    private static JsonNode item(JsonNode list, int at) {
        return at < list.size() ? list.get(at) : MissingNode.getInstance();
    }
}
