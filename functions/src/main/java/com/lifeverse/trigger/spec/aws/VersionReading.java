package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.spec.Release;
import com.lifeverse.trigger.spec.Release.Stage;
import java.util.List;
import java.util.Locale;

/** What a trigger's file says of its versions. */
final class VersionReading {
    private static final String NEXT = "next";
    private static final String STAGE = "stage";
    private static final String PERCENT = "percent";

    /** What a trigger does is in these; the rest is said about it. */
    private static final List<String> DOES = List.of("when", "player", "window", "limits", "once", "pace", "effects");

    /** Members in an order of their own, so that it does not matter in which one an author writes them. */
    private static final ObjectMapper SORTED = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private VersionReading() {}

    static boolean hasNext(ObjectNode file) {
        return file.has(NEXT);
    }

    /** What the file would say were the version that is to follow the only one. */
    static ObjectNode next(ObjectNode file) {
        var whole = file.deepCopy();
        whole.remove(List.of(NEXT, STAGE, PERCENT));
        if (file.path(NEXT) instanceof ObjectNode next) {
            whole.setAll(next.deepCopy());
        }
        return whole;
    }

    static Release release(ObjectNode file, List<Violation> violations) {
        var stage = Stage.valueOf(file.path(STAGE).asText("live").toUpperCase(Locale.ROOT));
        if (file.has(PERCENT) && stage != Stage.LIVE) {
            violations.add(new Violation("/percent", "is for what is live"));
        }
        return new Release(stage, file.path(PERCENT).asInt(Release.LIVE.percent()));
    }

    /** The name of a version: eight digits of the hash of what it does. */
    static String version(ObjectNode file) {
        var does = Json.object();
        for (var member : DOES) {
            JsonNode said = file.path(member);
            if (!said.isMissingNode()) {
                does.set(member, said);
            }
        }
        try {
            var sorted = SORTED.writeValueAsString(SORTED.treeToValue(does, Object.class));
            return "%08x".formatted(NameBasedId.bits("version", sorted) >>> Integer.SIZE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as JSON can be written as JSON", e);
        }
    }
}
