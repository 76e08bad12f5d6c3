package com.lifeverse.session.notice.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.notice.Connection;
import com.lifeverse.session.notice.Connections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The connections in a DynamoDB table; see {@link ConnectionItem}. */
public final class DynamoConnections implements Connections {
    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoConnections(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void offer(Offer offer) {
        dynamoDb.updateItem(request -> request.tableName(table)
                .key(ConnectionItem.key(offer.playerId(), offer.sessionId()))
                .updateExpression("SET #t = :hash, #u = :until, #ttl = :sweep REMOVE #out")
                .expressionAttributeNames(Map.of(
                        "#t", ConnectionItem.TICKET,
                        "#u", ConnectionItem.UNTIL,
                        "#ttl", ConnectionItem.TTL,
                        "#out", Outbox.ATTRIBUTE))
                .expressionAttributeValues(Map.of(
                        ":hash", AttributeValue.fromS(offer.hash()),
                        ":until", ConnectionItem.millis(offer.until()),
                        ":sweep", ConnectionItem.seconds(offer.sweptAt()))));
    }

    @Override
    public Opened open(Opening opening) {
        Map<String, AttributeValue> before;
        try {
            before = use(opening);
        } catch (ConditionalCheckFailedException refused) {
            // Our own write whose reply got lost, sent again by the client.
            boolean ours = opening.connectionId().equals(connectionOf(refused.item()));
            if (!ours) {
                return new Opened.Refused();
            }
            before = Map.of();
        }
        point(opening);
        var replaced = ConnectionItem.read(before).map(Connection::id);
        replaced.ifPresent(this::unpoint);
        return new Opened.Fresh(replaced);
    }

    // After the ticket is used, so that guesses cost one write and leave nothing behind. If this is lost, the gateway's
    // word of the connection's end goes unheard, and the next notice finds it gone.
    private void point(Opening opening) {
        var item = new HashMap<>(ConnectionItem.pointer(opening.connectionId()));
        item.put(ConnectionItem.PLAYER, AttributeValue.fromS(opening.ticket().playerId()));
        item.put(
                ConnectionItem.OF_SESSION, AttributeValue.fromS(opening.ticket().sessionId()));
        item.put(ConnectionItem.TTL, ConnectionItem.seconds(opening.sweptAt()));
        dynamoDb.putItem(request -> request.tableName(table).item(item));
    }

    private Map<String, AttributeValue> use(Opening opening) {
        var names = new HashMap<>(Map.of(
                "#t", ConnectionItem.TICKET,
                "#u", ConnectionItem.UNTIL,
                "#c", ConnectionItem.CONNECTION,
                "#a", ConnectionItem.SINCE,
                "#ttl", ConnectionItem.TTL,
                "#out", Outbox.ATTRIBUTE));
        var values = new HashMap<>(Map.of(
                ":hash", AttributeValue.fromS(opening.ticket().hash()),
                ":now", ConnectionItem.millis(opening.now()),
                ":connection", AttributeValue.fromS(opening.connectionId()),
                ":sweep", ConnectionItem.seconds(opening.sweptAt()),
                ":news", Outbox.telling(opening.news())));
        return dynamoDb.updateItem(request -> request.tableName(table)
                        .key(ConnectionItem.key(
                                opening.ticket().playerId(), opening.ticket().sessionId()))
                        .updateExpression("SET #c = :connection, #a = :now, #ttl = :sweep, #out = :news REMOVE #t, #u")
                        .conditionExpression("#t = :hash AND #u > :now")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .returnValues(ReturnValue.ALL_OLD)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .attributes();
    }

    @Override
    public Optional<Connection> find(String connectionId) {
        var pointer = get(ConnectionItem.pointer(connectionId));
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        var item = new Attributes(pointer);
        var session = get(ConnectionItem.key(item.text(ConnectionItem.PLAYER), item.text(ConnectionItem.OF_SESSION)));
        return ConnectionItem.read(session).filter(found -> found.id().equals(connectionId));
    }

    @Override
    public List<Connection> of(String playerId) {
        var sessions = dynamoDb.query(request -> request.tableName(table)
                .keyConditionExpression("#pk = :player AND begins_with(#sk, :session)")
                .expressionAttributeNames(Map.of("#pk", ConnectionItem.PARTITION, "#sk", ConnectionItem.SORT))
                .expressionAttributeValues(Map.of(
                        ":player", AttributeValue.fromS(playerId),
                        ":session", AttributeValue.fromS(ConnectionItem.SESSION)))
                .consistentRead(true));
        return sessions.items().stream()
                .flatMap(item -> ConnectionItem.read(item).stream())
                .toList();
    }

    @Override
    public Closed close(Closing closing) {
        var connection = closing.connection();
        var outcome = Closed.CLOSED;
        try {
            dynamoDb.updateItem(request -> request.tableName(table)
                    .key(ConnectionItem.key(connection.playerId(), connection.sessionId()))
                    .updateExpression("SET #ttl = :sweep, #out = :news REMOVE #c, #a")
                    .conditionExpression("#c = :connection")
                    .expressionAttributeNames(Map.of(
                            "#c", ConnectionItem.CONNECTION,
                            "#a", ConnectionItem.SINCE,
                            "#ttl", ConnectionItem.TTL,
                            "#out", Outbox.ATTRIBUTE))
                    .expressionAttributeValues(Map.of(
                            ":connection", AttributeValue.fromS(connection.id()),
                            ":sweep", ConnectionItem.seconds(closing.sweptAt()),
                            ":news", Outbox.telling(closing.news()))));
        } catch (ConditionalCheckFailedException another) {
            outcome = Closed.ALREADY_CLOSED;
        }
        unpoint(connection.id());
        return outcome;
    }

    private void unpoint(String connectionId) {
        dynamoDb.deleteItem(request -> request.tableName(table).key(ConnectionItem.pointer(connectionId)));
    }

    @Override
    public void forget(String playerId, String sessionId) {
        var gone = dynamoDb.deleteItem(request -> request.tableName(table)
                        .key(ConnectionItem.key(playerId, sessionId))
                        .returnValues(ReturnValue.ALL_OLD))
                .attributes();
        ConnectionItem.read(gone).map(Connection::id).ifPresent(this::unpoint);
    }

    private Map<String, AttributeValue> get(Map<String, AttributeValue> key) {
        return dynamoDb.getItem(request -> request.tableName(table).key(key).consistentRead(true))
                .item();
    }

    private static String connectionOf(Map<String, AttributeValue> item) {
        return ConnectionItem.read(item).map(Connection::id).orElse("");
    }
}
