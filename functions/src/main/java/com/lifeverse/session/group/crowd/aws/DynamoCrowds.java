package com.lifeverse.session.group.crowd.aws;

import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Seating;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.Tally;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The sections of crowds in the table of groups; see {@link SectionItem} and {@link CountItems}. */
public final class DynamoCrowds implements Crowds {
    private static final String ABSENT = "attribute_not_exists(#pk)";

    private final DynamoDbClient dynamoDb;
    private final String table;

    public DynamoCrowds(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<Stored> section(String groupId, int number) {
        var answer = dynamoDb.getItem(request -> request.tableName(table)
                .key(SectionItem.key(groupId, number).values())
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(SectionItem.read(answer.item())) : Optional.empty();
    }

    @Override
    public List<Stored> sections(String groupId, int from) {
        return dynamoDb
                .query(request -> request.tableName(table)
                        .keyConditionExpression("#pk = :group AND #sk BETWEEN :from AND :last")
                        .expressionAttributeNames(Map.of("#pk", SectionItem.PARTITION, "#sk", SectionItem.SORT))
                        .expressionAttributeValues(Map.of(
                                ":group", AttributeValue.fromS(groupId),
                                ":from", AttributeValue.fromS(SectionItem.sort(from)),
                                ":last", AttributeValue.fromS(SectionItem.sort(999))))
                        .consistentRead(true))
                .items()
                .stream()
                .map(SectionItem::read)
                .toList();
    }

    @Override
    public Outcome write(Write write) {
        try {
            dynamoDb.putItem(request(write));
            return Outcome.WRITTEN;
        } catch (ConditionalCheckFailedException overtaken) {
            // Our own write whose reply got lost, sent again by the client, is no other's.
            boolean ours = overtaken.hasItem()
                    && SectionItem.read(overtaken.item()).command().equals(write.command());
            return ours ? Outcome.WRITTEN : Outcome.OVERTAKEN;
        }
    }

    private PutItemRequest request(Write write) {
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(SectionItem.write(write))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        write.expected()
                .ifPresentOrElse(
                        seen -> asSeen(request, seen),
                        () -> request.conditionExpression(ABSENT)
                                .expressionAttributeNames(Map.of("#pk", SectionItem.PARTITION)));
        return request.build();
    }

    /** As it was decided on, in the same turn: a section that has lent seats meanwhile has the same revision and fewer of them. */
    private static void asSeen(PutItemRequest.Builder request, Section seen) {
        long turn = seen.allotment().turn();
        var values = new HashMap<>(Map.of(":seen", CountItems.number(seen.revision())));
        if (turn > 0) {
            values.put(":turn", CountItems.number(turn));
        }
        request.conditionExpression("#v = :seen AND " + (turn > 0 ? "#h = :turn" : "attribute_not_exists(#h)"))
                .expressionAttributeNames(Map.of("#v", SectionItem.REVISION, "#h", SectionItem.TURN))
                .expressionAttributeValues(values);
    }

    @Override
    public Optional<Seating> seating(String groupId, int seats, int sections) {
        var answer = dynamoDb.getItem(request -> request.tableName(table)
                .key(CountItems.key(groupId, CountItems.SEATING))
                .consistentRead(true));
        return answer.hasItem() ? Optional.of(CountItems.seating(answer.item(), seats, sections)) : Optional.empty();
    }

    @Override
    public boolean write(String groupId, Seating seating, Instant sweptAt) {
        boolean first = seating.revision() == 1;
        var request = PutItemRequest.builder()
                .tableName(table)
                .item(CountItems.write(groupId, seating, sweptAt))
                .conditionExpression(first ? ABSENT : "#v = :before");
        if (first) {
            request.expressionAttributeNames(Map.of("#pk", SectionItem.PARTITION));
        } else {
            request.expressionAttributeNames(Map.of("#v", SectionItem.REVISION))
                    .expressionAttributeValues(Map.of(":before", CountItems.number(seating.revision() - 1)));
        }
        try {
            dynamoDb.putItem(request.build());
            return true;
        } catch (ConditionalCheckFailedException _) {
            // Others moved seats, or this is our own move again: either way the table is asked what is so now.
            return false;
        }
    }

    @Override
    public Tally tally(String groupId) {
        var answer =
                dynamoDb.getItem(request -> request.tableName(table).key(CountItems.key(groupId, CountItems.TALLY)));
        return answer.hasItem() ? CountItems.tally(answer.item()) : Tally.NONE;
    }

    @Override
    public Tally count(String groupId, int section, Tally.Count count, Instant sweptAt) {
        try {
            var answer = dynamoDb.updateItem(request -> request.tableName(table)
                    .key(CountItems.key(groupId, CountItems.TALLY))
                    .updateExpression("SET #s = :count, #ttl = :sweep")
                    .conditionExpression("attribute_not_exists(#s) OR #s[0] < :revision")
                    .expressionAttributeNames(Map.of("#s", CountItems.name(section), "#ttl", SectionItem.TTL))
                    .expressionAttributeValues(Map.of(
                            ":count", CountItems.count(count),
                            ":revision", CountItems.number(count.revision()),
                            ":sweep", CountItems.number(sweptAt.getEpochSecond())))
                    .returnValues(ReturnValue.ALL_NEW));
            return CountItems.tally(answer.attributes());
        } catch (ConditionalCheckFailedException _) {
            // It was counted since.
            return tally(groupId);
        }
    }
}
