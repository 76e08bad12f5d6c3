package com.lifeverse.local.liveops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.desk.Difference;
import com.lifeverse.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where two documents differ, in words. */
public final class Differences {
    private Differences() {}

    /** One line a place; none if they are the same. Texts and numbers are read as the stack reads them. */
    public static List<String> between(JsonNode there, JsonNode here) {
        var lines = new ArrayList<String>();
        for (var difference : Difference.between(plain(there), plain(here))) {
            lines.add("%s: %s -> %s"
                    .formatted(
                            difference.pointer(),
                            difference.before().map(Json::write).orElse("nothing"),
                            difference.after().map(Json::write).orElse("nothing")));
        }
        return lines;
    }

    /** However it was read: there are many classes of numbers, and one way to write each. */
    private static Map<String, Object> plain(JsonNode document) {
        try {
            return Json.plain(Json.read(document.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A document has no JSON form", e);
        }
    }
}
