package com.lifeverse.local.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.time.Instant;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/** When each schedule was made and last changed. */
final class ScheduleDates {
    /** Of one schedule. */
    record Dates(Instant made, Instant changed) {}

    private final MVMap<String, String> kept;

    ScheduleDates(Store store) {
        this.kept = store.texts("schedules.dates");
    }

    /** Notes that a schedule is as {@code request} says from now on. Part of a write. */
    void note(String arn, JsonNode request, Instant now) {
        var before = Optional.ofNullable(kept.get(arn)).map(Json::read);
        if (before.filter(known -> known.path("request").equals(request)).isPresent()) {
            return;
        }
        var node = Json.object()
                .put("made", before.map(known -> known.path("made").asText()).orElse(now.toString()))
                .put("changed", now.toString());
        node.set("request", request);
        kept.put(arn, Json.text(node));
    }

    void forget(String arn) {
        kept.remove(arn);
    }

    Dates of(String arn) {
        return Optional.ofNullable(kept.get(arn))
                .map(Json::read)
                .map(known -> new Dates(
                        Instant.parse(known.path("made").asText()),
                        Instant.parse(known.path("changed").asText())))
                .orElse(new Dates(Instant.EPOCH, Instant.EPOCH));
    }
}
