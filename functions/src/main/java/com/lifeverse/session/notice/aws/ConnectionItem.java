package com.lifeverse.session.notice.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.notice.Connection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of connections in the notices table, and the only place that knows its attribute names:
 *
 * <pre>
 * pk ply_...         sk session#ses_...   t ticket's hash, u until; c connection, a since; ttl, out
 * pk connection#ID   sk connection        p player, s session; ttl
 * </pre>
 *
 * The second leads from the gateway's name to the first. It may dangle: the first decides.
 */
final class ConnectionItem {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String SESSION = "session#";
    static final String TICKET = "t";
    static final String UNTIL = "u";
    static final String CONNECTION = "c";
    static final String SINCE = "a";
    static final String PLAYER = "p";
    static final String OF_SESSION = "s";
    static final String TTL = "ttl";
    private static final String POINTER = "connection";

    private ConnectionItem() {}

    static Map<String, AttributeValue> key(String playerId, String sessionId) {
        return keyed(playerId, SESSION + sessionId);
    }

    static Map<String, AttributeValue> pointer(String connectionId) {
        return keyed(POINTER + "#" + connectionId, POINTER);
    }

    /** The connection that the item of a session has, if it has one. */
    static Optional<Connection> read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return item.optionalText(CONNECTION)
                .map(id -> new Connection(
                        item.text(PARTITION), item.text(SORT).substring(SESSION.length()), id, item.time(SINCE)));
    }

    static AttributeValue millis(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }

    static AttributeValue seconds(Instant time) {
        return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
    }

    private static Map<String, AttributeValue> keyed(String partition, String sort) {
        return Map.of(PARTITION, AttributeValue.fromS(partition), SORT, AttributeValue.fromS(sort));
    }
}
