package com.lifeverse.platform;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What every event carries around its payload; the {@code detail} on the bus.
 *
 * @param id {@code evt_} and a UUID; the same for every delivery of the same event
 * @param type name with version suffix, such as {@code match.ended.v1}; also the detail-type
 * @param version of the payload's schema
 * @param time when it happened, not when it was told; to the millisecond
 * @param playerId whom it is about; empty if it is about nobody in particular
 * @param eventGroupId events of the same keep their order where a bus can do that: the player's id, or that of what they play in
 * @param deduplicationId the same for all tellings of the same happening
 * @param correlationId the same for all that one cause led to
 * @param causation ids of the events that led here, oldest first
 * @param hops how many events led here; bounded, so that a loop ends
 * @param producer who says so, from the credential and never from a body
 * @param isReplay true if it is told again from the archive
 * @param payload JSON values as plain Java: String, Number, Boolean, List, Map, and null for JSON's null; in order
 */
public record Envelope(
        String id,
        String type,
        int version,
        Instant time,
        String playerId,
        String eventGroupId,
        String deduplicationId,
        String correlationId,
        List<String> causation,
        int hops,
        String producer,
        boolean isReplay,
        Map<String, Object> payload) {

    public Envelope {
        time = time.truncatedTo(ChronoUnit.MILLIS);
        causation = List.copyOf(causation);
        // Not Map.copyOf: it knows no null and forgets the order.
        payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
        if (!type.endsWith(".v" + version)) {
            throw new IllegalArgumentException("Event type " + type + " does not end in .v" + version);
        }
    }

    /** A first event, caused by nothing on the bus; it correlates by its own id. */
    public static Envelope first(
            String id, String type, Instant time, String playerId, String producer, Map<String, Object> payload) {
        return new Envelope(
                id, type, versionOf(type), time, playerId, playerId, id, id, List.of(), 0, producer, false, payload);
    }

    /** The same event in the order of something else than its player, such as a group. */
    public Envelope orderedBy(String eventGroupId) {
        return new Envelope(
                id,
                type,
                version,
                time,
                playerId,
                eventGroupId,
                deduplicationId,
                correlationId,
                causation,
                hops,
                producer,
                isReplay,
                payload);
    }

    /** An event that this one leads to: same player and correlation, one hop further. */
    public Envelope next(String id, String type, Instant time, String producer, Map<String, Object> payload) {
        var chain = new ArrayList<>(causation);
        chain.add(this.id);
        return new Envelope(
                id,
                type,
                versionOf(type),
                time,
                playerId,
                playerId,
                id,
                correlationId,
                chain,
                hops + 1,
                producer,
                isReplay,
                payload);
    }

    /** The same event under the name by which its producer tells retries apart from news. */
    public Envelope deduplicatedBy(String deduplicationId) {
        return new Envelope(
                id,
                type,
                version,
                time,
                playerId,
                eventGroupId,
                deduplicationId,
                correlationId,
                causation,
                hops,
                producer,
                isReplay,
                payload);
    }

    /** The same event as one that so many others led to. */
    public Envelope afterHops(int hops) {
        return new Envelope(
                id,
                type,
                version,
                time,
                playerId,
                eventGroupId,
                deduplicationId,
                correlationId,
                causation,
                hops,
                producer,
                isReplay,
                payload);
    }

    /** The number in a type's suffix: 1 of {@code match.ended.v1}. */
    public static int versionOf(String type) {
        int at = type.lastIndexOf(".v");
        if (at < 0) {
            throw new IllegalArgumentException("Event type " + type + " has no version suffix");
        }
        return Integer.parseInt(type.substring(at + 2));
    }
}
