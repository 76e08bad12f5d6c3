package com.lifeverse.liveops.participation.aws;

import static com.lifeverse.liveops.participation.aws.ParticipationItem.number;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.participation.KnownProfile;
import com.lifeverse.liveops.participation.Viewers;
import com.lifeverse.platform.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * What live events know of players, beside where they take part:
 *
 * <pre>
 * player#PLAYER profile revision, document (JSON), tagsUntil (epoch milliseconds by tag)
 * </pre>
 */
public final class DynamoViewers implements Viewers {
    static final String PROFILE = "profile";

    /** So many read units, and no more, are spent on a sample. */
    private static final int MOST_READ = 512;

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoViewers(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public KnownProfile find(String playerId) {
        var answer = dynamoDb.getItem(
                get -> get.tableName(table).key(ParticipationItem.key(ParticipationItem.player(playerId), PROFILE)));
        return answer.hasItem() ? read(new Attributes(answer.item())) : KnownProfile.NOBODY;
    }

    /**
     * Some players, by name: as many as that, or all if there are fewer. Which ones goes by a hash of their names, so that they are a fair sample of
     * all, and the same again and again. Half a read unit for each 4 KB of what lies between them, {@value #MOST_READ} and a page at most.
     */
    public SortedMap<String, KnownProfile> sample(int most) {
        var sample = new TreeMap<String, KnownProfile>();
        var pages = dynamoDb.scanPaginator(scan -> scan.tableName(table)
                .filterExpression("sk = :profile")
                .expressionAttributeValues(Map.of(":profile", AttributeValue.fromS(PROFILE)))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
        double read = 0;
        for (var page : pages) {
            for (var item : page.items()) {
                if (sample.size() == most) {
                    return sample;
                }
                var known = new Attributes(item);
                sample.put(
                        known.text("pk").substring(ParticipationItem.player("").length()), read(known));
            }
            read += page.consumedCapacity().capacityUnits();
            if (read >= MOST_READ) {
                return sample;
            }
        }
        return sample;
    }

    @Override
    public void keep(String playerId, KnownProfile profile) {
        var item = new LinkedHashMap<>(ParticipationItem.key(ParticipationItem.player(playerId), PROFILE));
        item.put("revision", number(profile.revision()));
        item.put("document", AttributeValue.fromS(Json.write(profile.document())));
        var until = new LinkedHashMap<String, AttributeValue>();
        profile.tagsUntil().forEach((tag, at) -> until.put(tag, number(at.toEpochMilli())));
        item.put("tagsUntil", AttributeValue.fromM(until));
        try {
            dynamoDb.putItem(put -> put.tableName(table)
                    .item(item)
                    .conditionExpression("attribute_not_exists(pk) OR revision < :revision")
                    .expressionAttributeValues(Map.of(":revision", number(profile.revision()))));
        } catch (ConditionalCheckFailedException e) {
            // Something later is kept, or the same.
        }
    }

    private static KnownProfile read(Attributes item) {
        var until = new TreeMap<String, Instant>();
        item.optionalMap("tagsUntil")
                .ifPresent(tags -> tags.values()
                        .forEach((tag, at) -> until.put(tag, Instant.ofEpochMilli(Long.parseLong(at.n())))));
        try {
            return new KnownProfile(item.number("revision"), Json.plain(Json.read(item.text("document"))), until);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile that was kept cannot be read", e);
        }
    }
}
