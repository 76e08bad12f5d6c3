package com.lifeverse.session.census.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.census.Cohort;
import com.lifeverse.session.census.Segment;
import com.lifeverse.session.census.Sweep;
import com.lifeverse.session.census.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A sweep's form in the players table, one item for each segment:
 *
 * <pre>
 * pk census   sk sweep, or sweep#3/16   r revision, at, after (absent if it is done), tally (JSON)
 * </pre>
 */
final class SweepItem {
    static final String REVISION = "r";
    private static final String AT = "at";
    private static final String AFTER = "after";
    private static final String TALLY = "tally";

    private SweepItem() {}

    static Map<String, AttributeValue> key(Segment segment) {
        // Of another number of segments, each begins anew: places in them mean something else.
        var name = segment.of() == 1 ? "sweep" : "sweep#%d/%d".formatted(segment.number(), segment.of());
        return Map.of("pk", AttributeValue.fromS("census"), "sk", AttributeValue.fromS(name));
    }

    static Map<String, AttributeValue> write(Segment segment, Sweep sweep) {
        var item = new HashMap<>(key(segment));
        item.put(REVISION, number(sweep.revision() + 1));
        item.put(AT, number(sweep.startedAt().toEpochMilli()));
        sweep.after().ifPresent(after -> item.put(AFTER, AttributeValue.fromS(after)));
        item.put(TALLY, AttributeValue.fromS(Json.write(tally(sweep.tally()))));
        return item;
    }

    static Sweep read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        try {
            return new Sweep(
                    item.number(REVISION),
                    Instant.ofEpochMilli(item.number(AT)),
                    item.optionalText(AFTER),
                    tally(Json.read(item.text(TALLY))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The tally of the census cannot be read", e);
        }
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static Map<String, Object> tally(Tally tally) {
        var json = new LinkedHashMap<String, Object>();
        var cohorts = new LinkedHashMap<String, Long>();
        tally.cohorts()
                .forEach((cohort, count) ->
                        cohorts.put(String.join("|", cohort.region(), cohort.platform(), cohort.version()), count));
        json.put("cohorts", cohorts);
        json.put("players", tally.players());
        json.put("sessions", tally.sessions());
        json.put("ended", tally.ended());
        json.put("forgotten", tally.forgotten());
        json.put("pages", tally.pages());
        json.put("readUnits", tally.readUnits());
        json.put("writeUnits", tally.writeUnits());
        return json;
    }

    private static Tally tally(JsonNode json) {
        var found = new LinkedHashMap<Cohort, Long>();
        json.path("cohorts").properties().forEach(entry -> {
            var parts = entry.getKey().split("\\|", -1);
            found.put(new Cohort(parts[0], parts[1], parts[2]), entry.getValue().asLong());
        });
        return new Tally(
                found,
                json.path("players").asLong(),
                json.path("sessions").asLong(),
                json.path("ended").asLong(),
                json.path("forgotten").asLong(),
                json.path("pages").asLong(),
                json.path("readUnits").asDouble(),
                json.path("writeUnits").asDouble());
    }
}
