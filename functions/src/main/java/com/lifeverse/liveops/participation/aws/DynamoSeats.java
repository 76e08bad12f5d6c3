package com.lifeverse.liveops.participation.aws;

import static com.lifeverse.liveops.participation.aws.ParticipationItem.number;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.participation.Participations.Seat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Seats beside the participations:
 *
 * <pre>
 * seats#EVENT#OCCURRENCE#LANE seats         taken
 * seats#EVENT#OCCURRENCE#LANE seat#NUMBER   turn, vacant: one that was given back
 * </pre>
 *
 * <p>The counter never goes back: a seat that is given back has an item of its own, and each turn on it is given back once and taken once,
 * however often a call is sent again whose answer got lost.
 */
final class DynamoSeats {
    private static final String NEW = "attribute_not_exists(pk)";

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoSeats(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    Optional<Long> take(String event, LocalDateTime occurrence, int lane, long most, Instant forgotten) {
        try {
            var taken = dynamoDb.updateItem(update -> update.tableName(table)
                            .key(ParticipationItem.key(lane(event, occurrence, lane), "seats"))
                            .updateExpression("SET #ttl = :ttl ADD taken :one")
                            .conditionExpression(NEW + " OR taken < :most")
                            .expressionAttributeNames(Map.of("#ttl", "ttl"))
                            .expressionAttributeValues(Map.of(
                                    ":one", number(1),
                                    ":most", number(most),
                                    ":ttl", number(forgotten.getEpochSecond())))
                            .returnValues(ReturnValue.UPDATED_NEW))
                    .attributes();
            return Optional.of(new Attributes(taken).number("taken") - 1);
        } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
        }
    }

    void giveBack(String event, LocalDateTime occurrence, int lane, Seat seat, Instant forgotten) {
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(ParticipationItem.key(lane(event, occurrence, lane), "seat#%010d".formatted(seat.number())))
                    .updateExpression("SET turn = :turn, vacant = :yes, #ttl = :ttl")
                    .conditionExpression(seat.turn() == 0 ? NEW : "turn = :turn AND vacant = :no")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(
                            seat.turn() == 0
                                    ? Map.of(
                                            ":turn", number(0),
                                            ":yes", AttributeValue.fromBool(true),
                                            ":ttl", number(forgotten.getEpochSecond()))
                                    : Map.of(
                                            ":turn", number(seat.turn()),
                                            ":yes", AttributeValue.fromBool(true),
                                            ":no", AttributeValue.fromBool(false),
                                            ":ttl", number(forgotten.getEpochSecond()))));
        } catch (ConditionalCheckFailedException e) {
            // It was given back before, by a call whose answer got lost.
        }
    }

    Optional<Seat> takeAgain(String event, LocalDateTime occurrence, int lane) {
        return dynamoDb
                .queryPaginator(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :seat)")
                        .filterExpression("vacant = :yes")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(lane(event, occurrence, lane)),
                                ":seat", AttributeValue.fromS("seat#"),
                                ":yes", AttributeValue.fromBool(true))))
                .items()
                .stream()
                .flatMap(item -> sit(item).stream())
                .findFirst();
    }

    private Optional<Seat> sit(Map<String, AttributeValue> item) {
        var vacant = new Attributes(item);
        long turn = vacant.number("turn") + 1;
        try {
            dynamoDb.updateItem(update -> update.tableName(table)
                    .key(ParticipationItem.key(vacant.text("pk"), vacant.text("sk")))
                    .updateExpression("SET turn = :turn, vacant = :no")
                    .conditionExpression("turn = :before AND vacant = :yes")
                    .expressionAttributeValues(Map.of(
                            ":turn", number(turn),
                            ":before", number(turn - 1),
                            ":yes", AttributeValue.fromBool(true),
                            ":no", AttributeValue.fromBool(false))));
            return Optional.of(new Seat(Long.parseLong(vacant.text("sk").substring("seat#".length())), turn));
        } catch (ConditionalCheckFailedException e) {
            // Somebody else sits there by now.
            return Optional.empty();
        }
    }

    private static String lane(String event, LocalDateTime occurrence, int lane) {
        return "seats#%s#%02x".formatted(ParticipationItem.occurrence(event, occurrence), lane);
    }
}
