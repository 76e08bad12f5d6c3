package com.lifeverse.session.presence.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.presence.Availability;
import com.lifeverse.session.presence.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of what players say, and of where they are, in the notices table:
 *
 * <pre>
 * pk ply_...   sk presence   s session, v availability, w words of the status; g groups they are there in; ttl, out
 * </pre>
 *
 * Each of {@code g} is a session and a group with {@code #} between.
 */
final class PresenceItem {
    static final String PARTITION = "pk";
    static final String SESSION = "s";
    static final String AVAILABILITY = "v";
    static final String WORDS = "w";
    static final String GROUPS = "g";
    static final String TTL = "ttl";
    static final String OUTBOX = Outbox.ATTRIBUTE;
    private static final String SORT = "sk";
    private static final String NAME = "presence";
    private static final String BETWEEN = "#";

    private PresenceItem() {}

    static Map<String, AttributeValue> key(String playerId) {
        return Map.of(PARTITION, AttributeValue.fromS(playerId), SORT, AttributeValue.fromS(NAME));
    }

    /** A place in a group, as the only one of a set. */
    static AttributeValue place(String sessionId, String groupId) {
        return AttributeValue.fromSs(List.of(sessionId + BETWEEN + groupId));
    }

    static Optional<Statement> statement(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return item.optionalText(SESSION)
                .map(session -> new Statement(session, Availability.of(item.text(AVAILABILITY)), item.text(WORDS)));
    }

    /** The sessions that are there in a group. */
    static Set<String> grouped(Map<String, AttributeValue> values) {
        var places = values.getOrDefault(GROUPS, AttributeValue.fromSs(List.of()));
        return places.ss().stream()
                .map(place -> place.substring(0, place.indexOf(BETWEEN)))
                .collect(Collectors.toSet());
    }
}
