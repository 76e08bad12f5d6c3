package com.lifeverse.session.rights.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.lifeverse.platform.json.Json;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.Found;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A request's form in the rights table; no attribute but {@code out} names the player:
 *
 * <pre>
 * pk owner   sk export|erasure   id, by, at (epoch milliseconds), ttl, out
 *   exported: done (epoch milliseconds), parts (JSON)
 *   erased:   done, found (JSON), ban (epoch seconds, absent if none is kept), closed (absent until it is)
 * </pre>
 */
final class RequestItem {
    static final String ID = "id";
    private static final String PARTITION = "pk";
    private static final String SORT = "sk";
    private static final String BY = "by";
    private static final String AT = "at";
    private static final String TTL = "ttl";
    static final String DONE = "done";
    private static final String PARTS = "parts";
    private static final String FOUND = "found";
    private static final String BAN = "ban";
    private static final String CLOSED = "closed";

    private RequestItem() {}

    static Map<String, AttributeValue> key(String owner, Kind kind) {
        return Map.of(PARTITION, AttributeValue.fromS(owner), SORT, AttributeValue.fromS(kind.text()));
    }

    static Map<String, AttributeValue> write(DataRequest request, Instant sweptAt) {
        var item = new HashMap<>(key(request.owner(), request.kind()));
        item.put(ID, AttributeValue.fromS(request.id()));
        item.put(BY, AttributeValue.fromS(request.askedBy()));
        item.put(AT, millis(request.askedAt()));
        item.put(TTL, seconds(sweptAt));
        switch (request.progress()) {
            case Progress.Asked() -> {
                // That nothing is done yet says it.
            }
            case Progress.Exported(var at, var parts) -> {
                item.put(DONE, millis(at));
                item.put(PARTS, AttributeValue.fromS(Json.write(parts)));
            }
            case Progress.Erased(var at, var found, var ban, var closed) -> {
                item.put(DONE, millis(at));
                item.put(FOUND, AttributeValue.fromS(Json.write(found)));
                ban.ifPresent(until -> item.put(BAN, seconds(until)));
                if (closed) {
                    item.put(CLOSED, AttributeValue.fromBool(true));
                }
            }
        }
        return item;
    }

    static DataRequest read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.text().equals(item.text(SORT)))
                .findFirst()
                .orElseThrow();
        return new DataRequest(
                item.text(ID), kind, item.text(PARTITION), item.text(BY), item.time(AT), progress(item, kind));
    }

    private static Progress progress(Attributes item, Kind kind) {
        if (!item.has(DONE)) {
            return new Progress.Asked();
        }
        return switch (kind) {
            case EXPORT ->
                new Progress.Exported(item.time(DONE), read(item.text(PARTS), new TypeReference<List<String>>() {}));
            case ERASURE ->
                new Progress.Erased(
                        item.time(DONE),
                        read(item.text(FOUND), new TypeReference<List<Found>>() {}),
                        item.has(BAN) ? Optional.of(Instant.ofEpochSecond(item.number(BAN))) : Optional.empty(),
                        item.has(CLOSED));
        };
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request of ours cannot be read", e);
        }
    }

    private static AttributeValue millis(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }

    private static AttributeValue seconds(Instant time) {
        return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
    }
}
