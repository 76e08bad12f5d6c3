package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.letter.Corrections;
import com.lifeverse.trigger.letter.Corrections.Correction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Corrections as a text in an item. */
final class CorrectionText {
    private CorrectionText() {}

    static String write(Corrections corrections) {
        var json = Json.object();
        var made = json.putArray("made");
        corrections.made().forEach(each -> {
            var correction = made.addObject()
                    .put("at", each.at().toString())
                    .put("by", each.by())
                    .put("note", each.note());
            each.places().forEach(correction.putArray("places")::add);
        });
        corrections.by().forEach(json.putArray("by")::add);
        return json.toString();
    }

    static Corrections read(String text) {
        try {
            var json = Json.read(text);
            var made = new ArrayList<Correction>();
            json.path("made")
                    .forEach(each -> made.add(new Correction(
                            Instant.parse(each.path("at").asText()),
                            each.path("by").asText(),
                            each.path("note").asText(),
                            texts(each.path("places")))));
            return new Corrections(made, texts(json.path("by")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The corrections of a dead letter cannot be read", e);
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
