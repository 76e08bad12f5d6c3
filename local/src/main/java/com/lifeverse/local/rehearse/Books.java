package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the service has in the end.
 *
 * @param grants of the ledger, for the event
 * @param closed when each occurrence was settled; those that were not are absent
 * @param grace how long after its end everywhere an occurrence is settled
 */
record Books(List<Grant> grants, SortedMap<LocalDateTime, Instant> closed, Duration grace) {
    /** Something that a player was given. */
    record Grant(String playerId, LocalDateTime occurrence, int tier, String item, int amount) {}

    private static final String SOURCE = "live-event/";

    Books {
        grants = List.copyOf(grants);
        closed = Collections.unmodifiableSortedMap(new TreeMap<>(closed));
    }

    /** Reads them: the ledger from its table, as nobody else may see all of it. */
    static Books of(LocalStack stack, String event, JsonNode settlements, Duration grace) {
        var table = stack.ref("TriggersTable");
        var grants = stack.tables().scanPaginator(scan -> scan.tableName(table)).items().stream()
                .filter(item -> text(item, "sk").startsWith("grant#"))
                .filter(item -> text(item, "source").equals(SOURCE + event))
                .map(item -> new Grant(
                        text(item, "playerId"),
                        LocalDateTime.parse(text(item, "occurrence")),
                        number(item, "tier"),
                        text(item, "item"),
                        number(item, "amount")))
                .toList();
        var closed = new TreeMap<LocalDateTime, Instant>();
        for (var settlement : settlements.path("settlements")) {
            if (settlement.has("closedAt")) {
                closed.put(
                        LocalDateTime.parse(settlement.path("occurrence").asText()),
                        Instant.parse(settlement.path("closedAt").asText()));
            }
        }
        return new Books(grants, closed, grace);
    }

    /** What a player was given for an occurrence. */
    List<Grant> grants(String playerId, LocalDateTime occurrence) {
        return grants.stream()
                .filter(grant ->
                        grant.playerId().equals(playerId) && grant.occurrence().equals(occurrence))
                .toList();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
    }

    private static int number(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .map(AttributeValue::n)
                .map(Integer::parseInt)
                .orElse(0);
    }
}
