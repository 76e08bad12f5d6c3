package com.lifeverse.session.group.aws;

import com.lifeverse.session.Platform;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.find.Finder;
import com.lifeverse.session.group.find.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The listings in a table of their own: {@code pk} template, region and shelf with {@code #} between, {@code sk} the group; of those for
 * friends {@code pk} {@code friends#} and a host, {@code sk} template, region and group, {@code h} all hosts; {@code v}
 * revision, {@code b} made at, {@code o} open seats, {@code w} wants backfill, {@code s} searchable, {@code f} platforms present,
 * {@code g} platforms welcome, {@code n} features supported, {@code m} features now, {@code u} until, {@code k} who was put out.
 */
public final class DynamoFinder implements Finder {
    private static final String FRIENDS = "friends#";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoFinder(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void list(Listing listing) {
        keys(listing).forEach(key -> put(listing, key));
    }

    private void put(Listing listing, Field key) {
        try {
            dynamoDb.putItem(request -> request.tableName(table)
                    .item(item(listing, key))
                    .conditionExpression("attribute_not_exists(#v) OR #v <= :given")
                    .expressionAttributeNames(Map.of("#v", GroupItem.REVISION))
                    .expressionAttributeValues(Map.of(":given", number(listing.revision()))));
        } catch (ConditionalCheckFailedException _) {
            // A record that comes again: the table knows better already.
        }
    }

    @Override
    public void unlist(Listing last) {
        keys(last).forEach(key -> delete(last, key));
    }

    private void delete(Listing last, Field key) {
        try {
            dynamoDb.deleteItem(request -> request.tableName(table)
                    .key(key.values())
                    .conditionExpression("attribute_not_exists(#v) OR #v <= :given")
                    .expressionAttributeNames(Map.of("#v", GroupItem.REVISION))
                    .expressionAttributeValues(Map.of(":given", number(last.revision()))));
        } catch (ConditionalCheckFailedException _) {
            // It was listed again since.
        }
    }

    @Override
    public List<Listing> hostedBy(String playerId, String template, Optional<String> region, int limit) {
        var kind = template + "#" + region.orElse("") + "#";
        var answer = dynamoDb.query(request -> request.tableName(table)
                .keyConditionExpression("#pk = :host AND begins_with(#sk, :kind)")
                .expressionAttributeNames(Map.of("#pk", GroupItem.PARTITION, "#sk", GroupItem.SORT))
                .expressionAttributeValues(
                        Map.of(":host", AttributeValue.fromS(FRIENDS + playerId), ":kind", AttributeValue.fromS(kind)))
                .limit(limit));
        return answer.items().stream()
                .map(item -> listing(template, region, new Attributes(item)))
                .toList();
    }

    @Override
    public List<Listing> shelf(String template, Optional<String> region, int shelf, Optional<String> after, int limit) {
        var names = new HashMap<>(Map.of("#pk", GroupItem.PARTITION));
        var values = new HashMap<>(Map.of(":shelf", AttributeValue.fromS(partition(template, region, shelf))));
        after.ifPresent(last -> {
            names.put("#sk", GroupItem.SORT);
            values.put(":after", AttributeValue.fromS(last));
        });
        var answer = dynamoDb.query(QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :shelf" + (after.isPresent() ? " AND #sk > :after" : ""))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .limit(limit)
                .build());
        return answer.items().stream()
                .map(item -> listing(template, region, new Attributes(item)))
                .toList();
    }

    private static Map<String, AttributeValue> item(Listing listing, Field key) {
        var item = key.number(GroupItem.REVISION, listing.revision())
                .time("b", listing.createdAt())
                .number("o", listing.openSeats())
                .flag("w", listing.backfill())
                .texts("s", listing.searchable())
                .list("f", texts(listing.present(), Platform::text))
                .list("g", texts(listing.welcome(), Platform::text))
                .list("n", texts(listing.supported(), Feature::text))
                .list("m", texts(listing.features(), Feature::text))
                .list("k", listing.barred())
                .list("h", listing.hosts())
                .time("u", listing.until());
        listing.until().ifPresent(end -> item.number("ttl", end.getEpochSecond()));
        return item.values();
    }

    private static Listing listing(String template, Optional<String> region, Attributes item) {
        return new Listing(
                item.text(GroupItem.SORT).substring(item.text(GroupItem.SORT).lastIndexOf('#') + 1),
                item.number(GroupItem.REVISION),
                template,
                region,
                Math.toIntExact(item.number("o")),
                item.has("w"),
                item.texts("s"),
                set(item.list("f"), Platform::of),
                set(item.list("g"), Platform::of),
                set(item.list("n"), Feature::of),
                set(item.list("m"), Feature::of),
                item.time("b"),
                item.optionalTime("u"),
                Set.copyOf(item.list("k")),
                Set.copyOf(item.list("h")));
    }

    private static List<Field> keys(Listing listing) {
        if (listing.hosts().isEmpty()) {
            var shelf = Finder.shelfOf(listing.groupId());
            return List.of(key(partition(listing.template(), listing.region(), shelf), listing.groupId()));
        }
        var place = listing.template() + "#" + listing.region().orElse("") + "#" + listing.groupId();
        return listing.hosts().stream().map(host -> key(FRIENDS + host, place)).toList();
    }

    private static Field key(String partition, String place) {
        return new Field().text(GroupItem.PARTITION, partition).text(GroupItem.SORT, place);
    }

    private static String partition(String template, Optional<String> region, int shelf) {
        return template + "#" + region.orElse("") + "#" + shelf;
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static <T> List<String> texts(Set<T> values, Function<T, String> text) {
        return values.stream().map(text).toList();
    }

    private static <T> Set<T> set(List<String> texts, Function<String, T> of) {
        return texts.stream().map(of).collect(Collectors.toSet());
    }
}
