package com.lifeverse.session.census.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.census.Cohort;
import com.lifeverse.session.census.Sweep;
import com.lifeverse.session.census.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A sweep's form in the players table, one item at all:
 *
 * <pre>
 * pk census   sk sweep   r revision, at, after (absent if it is done), tally (JSON)
 * </pre>
 */
final class SweepItem {
    static final String REVISION = "r";
    private static final String AT = "at";
    private static final String AFTER = "after";
    private static final String TALLY = "tally";

    private SweepItem() {}

    static Map<String, AttributeValue> key() {
        return Map.of("pk", AttributeValue.fromS("census"), "sk", AttributeValue.fromS("sweep"));
    }

    static Map<String, AttributeValue> write(Sweep sweep) {
        var item = new HashMap<>(key());
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
        tally.sessions()
                .forEach((cohort, count) ->
                        cohorts.put(String.join("|", cohort.region(), cohort.platform(), cohort.version()), count));
        json.put("sessions", cohorts);
        json.put("ended", tally.ended());
        json.put("forgotten", tally.forgotten());
        json.put("pages", tally.pages());
        json.put("readUnits", tally.readUnits());
        json.put("writeUnits", tally.writeUnits());
        return json;
    }

    private static Tally tally(JsonNode json) {
        var sessions = new LinkedHashMap<Cohort, Long>();
        json.path("sessions").properties().forEach(entry -> {
            var parts = entry.getKey().split("\\|", -1);
            sessions.put(
                    new Cohort(parts[0], parts[1], parts[2]), entry.getValue().asLong());
        });
        return new Tally(
                sessions,
                json.path("ended").asLong(),
                json.path("forgotten").asLong(),
                json.path("pages").asLong(),
                json.path("readUnits").asDouble(),
                json.path("writeUnits").asDouble());
    }
}
