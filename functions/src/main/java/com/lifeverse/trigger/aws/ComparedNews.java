package com.lifeverse.trigger.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What versions of a trigger made of the same events travels in the state's item, as an outbox does: it is written together with what it
 * is about, the stream's reader counts it, and the next write takes it away.
 */
public final class ComparedNews {
    /** The attribute's name. */
    public static final String ATTRIBUTE = "compared";

    private static final String VERSION = "version";
    private static final String EVENTS = "events";

    /** Comparisons with one version, of one trigger. */
    public record Read(String trigger, String version, List<Comparison> comparisons) {
        public Read {
            comparisons = List.copyOf(comparisons);
        }
    }

    private ComparedNews() {}

    static AttributeValue telling(String version, List<Comparison> comparisons) {
        var json = Json.object().put(VERSION, version);
        var events = json.putArray(EVENTS);
        comparisons.forEach(each -> events.addArray().add(each.verdict().word()).add(each.event()));
        return AttributeValue.fromS(json.toString());
    }

    /**
     * What an image of a stream's record tells.
     *
     * @param image as Lambda gets it
     * @throws JsonProcessingException if it is no news of ours
     */
    public static Read read(JsonNode image) throws JsonProcessingException {
        var json = Json.read(image.path(ATTRIBUTE).path("S").asText());
        var comparisons = new ArrayList<Comparison>();
        for (var each : json.path(EVENTS)) {
            comparisons.add(new Comparison(
                    Verdict.of(each.path(0).asText()), each.path(1).asText()));
        }
        return new Read(
                image.path("sk").path("S").asText().substring(StateItem.PREFIX.length()),
                json.path(VERSION).asText(),
                comparisons);
    }
}
