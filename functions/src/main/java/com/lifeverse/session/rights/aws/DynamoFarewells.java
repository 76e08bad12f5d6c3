package com.lifeverse.session.rights.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.aws.IdentityItem;
import com.lifeverse.session.aws.LiveTombstone;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.Farewells;
import com.lifeverse.session.rights.Found;
import com.lifeverse.session.rights.RightsEvents;
import com.lifeverse.session.rights.RightsPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The farewell as one transaction over players, live sessions and requests. */
public final class DynamoFarewells implements Farewells {
    /** The tables, by name. */
    public record Tables(String players, String live, String rights) {}

    /** What one transaction takes beside the rest; who has more identities loses the others just before. */
    private static final int IDENTITIES = 80;

    private final DynamoDbClient dynamoDb;
    private final Tables tables;
    private final RightsPolicy policy;

    public DynamoFarewells(DynamoDbClient dynamoDb, Tables tables, RightsPolicy policy) {
        this.dynamoDb = dynamoDb;
        this.tables = tables;
        this.policy = policy;
    }

    @Override
    public void finish(
            String playerId,
            DataRequest request,
            List<Found> found,
            Optional<Ban> banned,
            Supplier<UUID> ids,
            Instant now) {
        if (request.progress() instanceof Progress.Erased) {
            return;
        }
        var profile = dynamoDb.getItem(get -> get.tableName(tables.players())
                        .key(PlayerBelongings.profile(playerId))
                        .consistentRead(true))
                .item();
        var identities = PlayerBelongings.identities(profile);
        var keys = identities.values().stream()
                .map(each -> new Attributes(each.m()).text("key"))
                .toList();
        keys.stream().skip(IDENTITIES).forEach(this::drop);
        var parts = new ArrayList<TransactWriteItem>();
        var heir = "ply_" + ids.get();
        keys.stream()
                .limit(IDENTITIES)
                .map(key -> banned.isPresent() ? inherited(key, heir) : dropped(key))
                .forEach(parts::add);
        parts.add(delete(tables.players(), PlayerBelongings.profile(playerId)));
        parts.add(delete(tables.live(), Map.of("playerId", AttributeValue.fromS(playerId))));
        banned.ifPresent(ban -> {
            parts.add(put(tables.players(), heirsProfile(heir, identities, now)));
            parts.add(put(tables.live(), LiveTombstone.of(heir, ban, ids.get(), now)));
        });
        parts.add(done(playerId, request, found, banned, ids, now));
        dynamoDb.transactWriteItems(write -> write.transactItems(parts));
    }

    private TransactWriteItem done(
            String playerId,
            DataRequest request,
            List<Found> found,
            Optional<Ban> banned,
            Supplier<UUID> ids,
            Instant now) {
        var erased = request.at(new Progress.Erased(now, found, banned.flatMap(Ban::until), false));
        var item = RequestItem.write(erased, request.askedAt().plus(policy.receiptLife()));
        item.put(Outbox.ATTRIBUTE, Outbox.telling(List.of(RightsEvents.erased(ids.get(), playerId, request, now))));
        var put = Put.builder()
                .tableName(tables.rights())
                .item(item)
                .conditionExpression("#id = :id AND attribute_not_exists(#done)")
                .expressionAttributeNames(Map.of("#id", RequestItem.ID, "#done", RequestItem.DONE))
                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(request.id())));
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static Map<String, AttributeValue> heirsProfile(
            String heir, Map<String, AttributeValue> identities, Instant now) {
        var item = new HashMap<>(PlayerBelongings.profile(heir));
        item.put("createdAt", AttributeValue.fromS(now.toString()));
        item.put(IdentityItem.LIST, AttributeValue.fromM(identities));
        return item;
    }

    /** The identity leads to somebody new. */
    private TransactWriteItem inherited(String key, String heir) {
        var update = Update.builder()
                .tableName(tables.players())
                .key(IdentityItem.key(key))
                .updateExpression("SET #player = :heir")
                .expressionAttributeNames(Map.of("#player", "playerId"))
                .expressionAttributeValues(Map.of(":heir", AttributeValue.fromS(heir)));
        return TransactWriteItem.builder().update(update.build()).build();
    }

    private TransactWriteItem dropped(String key) {
        return delete(tables.players(), IdentityItem.key(key));
    }

    private void drop(String key) {
        dynamoDb.deleteItem(delete -> delete.tableName(tables.players()).key(IdentityItem.key(key)));
    }

    private static TransactWriteItem delete(String table, Map<String, AttributeValue> key) {
        return TransactWriteItem.builder()
                .delete(Delete.builder().tableName(table).key(key).build())
                .build();
    }

    private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item).build())
                .build();
    }
}
