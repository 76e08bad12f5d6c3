package com.lifeverse.session.social.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.social.Acquaintance;
import com.lifeverse.session.social.Acquaintances;
import com.lifeverse.session.social.Relation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Who knows whom, in the players table; see {@link SocialItem}. */
public final class DynamoAcquaintances implements Acquaintances {
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";
    private static final String ABSENT = "attribute_not_exists(#pk)";
    private static final String PRESENT = "attribute_exists(#pk)";
    private static final Map<String, String> NAMES = Map.of("#pk", SocialItem.PARTITION);

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final Pairs pairs;

    public DynamoAcquaintances(DynamoDbClient dynamoDb, String playersTable) {
        this.dynamoDb = dynamoDb;
        this.table = playersTable;
        this.pairs = new Pairs(dynamoDb, playersTable);
    }

    @Override
    public Relation relation(String player, String other) {
        var found = pairs.present(List.of(
                SocialItem.key(player, Kind.FRIENDS, other),
                SocialItem.key(other, Kind.ASKED, player),
                SocialItem.key(player, Kind.ASKED, other),
                SocialItem.key(player, Kind.BLOCKS, other),
                SocialItem.key(other, Kind.BLOCKS, player),
                SocialItem.profile(other)));
        return new Relation(
                found.contains(SocialItem.key(player, Kind.FRIENDS, other)),
                found.contains(SocialItem.key(other, Kind.ASKED, player)),
                found.contains(SocialItem.key(player, Kind.ASKED, other)),
                found.contains(SocialItem.key(player, Kind.BLOCKS, other)),
                found.contains(SocialItem.key(other, Kind.BLOCKS, player)),
                found.contains(SocialItem.profile(other)));
    }

    @Override
    public List<Acquaintance> list(String player, Kind kind, int most) {
        return dynamoDb
                .query(request -> request.tableName(table)
                        .keyConditionExpression("#pk = :player AND begins_with(#sk, :kind)")
                        .expressionAttributeNames(Map.of("#pk", SocialItem.PARTITION, "#sk", SocialItem.SORT))
                        .expressionAttributeValues(Map.of(
                                ":player", AttributeValue.fromS(player),
                                ":kind", AttributeValue.fromS(SocialItem.prefix(kind))))
                        .consistentRead(true)
                        .limit(most))
                .items()
                .stream()
                .map(item -> SocialItem.read(item, kind))
                .toList();
    }

    @Override
    public Written ask(String player, String other, Instant now, Instant sweptAt, List<Envelope> news) {
        var item = SocialItem.swept(SocialItem.write(other, Kind.ASKED, player, now), sweptAt);
        return write(List.of(put(telling(item, news), ABSENT), unblocked(player, other), unblocked(other, player)));
    }

    @Override
    public Written accept(String player, String other, Instant now, List<Envelope> news) {
        return write(List.of(
                delete(SocialItem.key(player, Kind.ASKED, other), PRESENT),
                put(SocialItem.write(player, Kind.FRIENDS, other, now), ABSENT),
                put(telling(SocialItem.write(other, Kind.FRIENDS, player, now), news), ABSENT),
                unblocked(player, other),
                unblocked(other, player)));
    }

    @Override
    public void part(String player, String other) {
        settle(List.of(
                gone(player, Kind.FRIENDS, other),
                gone(other, Kind.FRIENDS, player),
                gone(player, Kind.ASKED, other),
                gone(other, Kind.ASKED, player)));
    }

    @Override
    public void block(String player, String other, Instant now) {
        settle(List.of(
                put(SocialItem.write(player, Kind.BLOCKS, other, now), ""),
                gone(player, Kind.FRIENDS, other),
                gone(other, Kind.FRIENDS, player),
                gone(player, Kind.ASKED, other),
                gone(other, Kind.ASKED, player)));
    }

    @Override
    public void unblock(String player, String other) {
        dynamoDb.deleteItem(request -> request.tableName(table).key(SocialItem.key(player, Kind.BLOCKS, other)));
    }

    private Written write(List<TransactWriteItem> parts) {
        try {
            dynamoDb.transactWriteItems(request -> request.transactItems(parts));
            return Written.WRITTEN;
        } catch (TransactionCanceledException cancelled) {
            var codes = cancelled.cancellationReasons().stream()
                    .map(reason -> String.valueOf(reason.code()))
                    .toList();
            if (codes.contains(CONDITION) || codes.contains(CONFLICT)) {
                return Written.OVERTAKEN;
            }
            throw cancelled;
        }
    }

    /** It has no conditions, so all that can come in between is another such change, for a moment; the caller is asked to come back. */
    private void settle(List<TransactWriteItem> parts) {
        dynamoDb.transactWriteItems(request -> request.transactItems(parts));
    }

    private static Map<String, AttributeValue> telling(Map<String, AttributeValue> item, List<Envelope> news) {
        var told = new HashMap<>(item);
        told.put(Outbox.ATTRIBUTE, Outbox.telling(news));
        return told;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, String condition) {
        var put = Put.builder().tableName(table).item(item);
        if (!condition.isEmpty()) {
            put.conditionExpression(condition).expressionAttributeNames(NAMES);
        }
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private TransactWriteItem delete(Map<String, AttributeValue> key, String condition) {
        var delete = Delete.builder().tableName(table).key(key);
        if (!condition.isEmpty()) {
            delete.conditionExpression(condition).expressionAttributeNames(NAMES);
        }
        return TransactWriteItem.builder().delete(delete.build()).build();
    }

    private TransactWriteItem gone(String whose, Kind kind, String who) {
        return delete(SocialItem.key(whose, kind, who), "");
    }

    private TransactWriteItem unblocked(String whose, String who) {
        return TransactWriteItem.builder()
                .conditionCheck(ConditionCheck.builder()
                        .tableName(table)
                        .key(SocialItem.key(whose, Kind.BLOCKS, who))
                        .conditionExpression(ABSENT)
                        .expressionAttributeNames(NAMES)
                        .build())
                .build();
    }
}
