package com.lifeverse.session.presence.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.presence.Availability;
import com.lifeverse.session.presence.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of what players say in the notices table:
 *
 * <pre>
 * pk ply_...   sk presence   s session, v availability, w words of the status; ttl, out
 * </pre>
 */
final class PresenceItem {
    static final String PARTITION = "pk";
    private static final String SORT = "sk";
    private static final String NAME = "presence";
    private static final String SESSION = "s";
    private static final String AVAILABILITY = "v";
    private static final String WORDS = "w";
    private static final String TTL = "ttl";

    private PresenceItem() {}

    static Map<String, AttributeValue> key(String playerId) {
        return Map.of(PARTITION, AttributeValue.fromS(playerId), SORT, AttributeValue.fromS(NAME));
    }

    static Map<String, AttributeValue> write(
            String playerId, Statement statement, Instant sweptAt, List<Envelope> news) {
        var item = new HashMap<>(key(playerId));
        item.put(SESSION, AttributeValue.fromS(statement.sessionId()));
        item.put(AVAILABILITY, AttributeValue.fromS(statement.availability().text()));
        item.put(WORDS, AttributeValue.fromS(statement.status()));
        item.put(TTL, AttributeValue.fromN(Long.toString(sweptAt.getEpochSecond())));
        item.put(Outbox.ATTRIBUTE, Outbox.telling(news));
        return item;
    }

    static Statement read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new Statement(item.text(SESSION), Availability.of(item.text(AVAILABILITY)), item.text(WORDS));
    }
}
