package com.lifeverse.liveops.participation.aws;

import static com.lifeverse.liveops.participation.aws.ParticipationItem.number;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.participation.OwnClocks;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.Participations;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Participations in the table keyed by {@code pk} and {@code sk}:
 *
 * <pre>
 * part#EVENT#OCCURRENCE#BB         PLAYER              revision, joinedAt, offset, cohort, progress, progressAt, claimed, board, score; out
 * mark#EVENT#OCCURRENCE#PLAYER     HAPPENING           one that was counted; never changed
 * player#PLAYER                    in#EVENT#OCCURRENCE where the player is, for them and for whoever erases it
 * player#PLAYER                    clocks#EVENT        offset, occurrence: what the player goes by, where players' own clocks count
 * goal#EVENT#OCCURRENCE            share#NN            amount
 * </pre>
 *
 * <p>{@code BB} is the player's bucket, in hexadecimal digits. All of it goes by itself long after the occurrence is over. Seats are kept by
 * {@link DynamoSeats}.
 */
public final class DynamoParticipations implements Participations {
    /** The index of boards, and what is in it. */
    public static final String INDEX = "ByBoard";

    /** So many shares of a goal: each takes a thousand writes a second. */
    static final int SHARES = 64;

    private static final String FAILED = "ConditionalCheckFailed";
    private static final String CONFLICT = "TransactionConflict";
    private static final String NEW = "attribute_not_exists(pk)";

    private final DynamoDbClient dynamoDb;
    private final String table;
    private final DynamoSeats seats;

    public DynamoParticipations(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
        this.seats = new DynamoSeats(dynamoDb, table);
    }

    @Override
    public Optional<Participation> find(String event, LocalDateTime occurrence, String playerId) {
        var answer = dynamoDb.getItem(get ->
                get.tableName(table).consistentRead(true).key(ParticipationItem.key(event, occurrence, playerId)));
        return answer.hasItem()
                ? Optional.of(ParticipationItem.read(event, occurrence, answer.item()))
                : Optional.empty();
    }

    @Override
    public Optional<Participation> latest(String event, String playerId) {
        var prefix = ParticipationItem.IN + event + "#";
        return dynamoDb
                .query(query -> query.tableName(table)
                        .consistentRead(true)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :in)")
                        .expressionAttributeValues(Map.of(
                                ":pk", AttributeValue.fromS(ParticipationItem.player(playerId)),
                                ":in", AttributeValue.fromS(prefix)))
                        .scanIndexForward(false)
                        .limit(1))
                .items()
                .stream()
                .findFirst()
                .map(item -> new Attributes(item).text("sk").substring(prefix.length()))
                .flatMap(occurrence -> find(event, LocalDateTime.parse(occurrence), playerId));
    }

    @Override
    public Optional<OwnClocks> clocks(String event, String playerId) {
        var answer = dynamoDb.getItem(
                get -> get.tableName(table).consistentRead(true).key(ParticipationItem.clocks(event, playerId)));
        return answer.hasItem() ? Optional.of(ParticipationItem.clocks(answer.item())) : Optional.empty();
    }

    @Override
    public Page page(String event, LocalDateTime occurrence, int bucket, Optional<String> after) {
        var pk = ParticipationItem.bucket(event, occurrence, bucket);
        var answer = dynamoDb.query(query -> {
            query.tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk)));
            after.ifPresent(playerId -> query.exclusiveStartKey(ParticipationItem.key(pk, playerId)));
        });
        var found = answer.items().stream()
                .map(item -> ParticipationItem.read(event, occurrence, item))
                .toList();
        return new Page(
                found,
                answer.hasLastEvaluatedKey()
                        ? Optional.of(new Attributes(answer.lastEvaluatedKey()).text("sk"))
                        : Optional.empty());
    }

    @Override
    public List<Standing> board(String event, LocalDateTime occurrence, long cohort, int most) {
        return dynamoDb
                .query(query -> query.tableName(table)
                        .indexName(INDEX)
                        .keyConditionExpression("#board = :board")
                        .expressionAttributeNames(Map.of("#board", ParticipationItem.BOARD))
                        .expressionAttributeValues(Map.of(
                                ":board", AttributeValue.fromS(ParticipationItem.board(event, occurrence, cohort))))
                        .scanIndexForward(false)
                        .limit(most))
                .items()
                .stream()
                .map(ParticipationItem::standing)
                .toList();
    }

    @Override
    public Optional<Long> seat(String event, LocalDateTime occurrence, int lane, long most, Instant forgotten) {
        return seats.take(event, occurrence, lane, most, forgotten);
    }

    @Override
    public void giveBack(String event, LocalDateTime occurrence, int lane, Seat seat, Instant forgotten) {
        seats.giveBack(event, occurrence, lane, seat, forgotten);
    }

    @Override
    public Optional<Seat> takeAgain(String event, LocalDateTime occurrence, int lane) {
        return seats.takeAgain(event, occurrence, lane);
    }

    @Override
    public Saved save(Change change) {
        var parts = new ArrayList<TransactWriteItem>();
        parts.add(TransactWriteItem.builder().put(participation(change)).build());
        change.mark().ifPresent(mark -> parts.add(put(mark(change, mark), Optional.of(NEW))));
        if (change.after().revision() == 1) {
            parts.add(put(entry(change), Optional.empty()));
        }
        if (change.share() != 0) {
            parts.add(share(change));
        }
        change.clocks().ifPresent(binding -> parts.add(bound(change, binding)));
        return parts.size() == 1 ? alone(change) : together(parts, change);
    }

    private Saved alone(Change change) {
        var put = participation(change);
        try {
            dynamoDb.putItem(request -> {
                request.tableName(table).item(put.item()).conditionExpression(put.conditionExpression());
                if (put.hasExpressionAttributeValues()) {
                    request.expressionAttributeValues(put.expressionAttributeValues());
                }
            });
            return Saved.DONE;
        } catch (ConditionalCheckFailedException e) {
            return Saved.OVERTAKEN;
        }
    }

    private Saved together(List<TransactWriteItem> parts, Change change) {
        try {
            dynamoDb.transactWriteItems(write -> write.transactItems(parts));
            return Saved.DONE;
        } catch (TransactionCanceledException e) {
            var reasons = e.cancellationReasons().stream()
                    .map(CancellationReason::code)
                    .toList();
            if (change.mark().isPresent() && FAILED.equals(reasons.get(1))) {
                return Saved.COUNTED;
            }
            if (reasons.contains(FAILED) || reasons.contains(CONFLICT)) {
                return Saved.OVERTAKEN;
            }
            // Throttled: nothing is known but that nothing was written.
            throw e;
        }
    }

    private Put participation(Change change) {
        var put = Put.builder().tableName(table).item(ParticipationItem.write(change));
        long before = change.after().revision() - 1;
        return before == 0
                ? put.conditionExpression(NEW).build()
                : put.conditionExpression(ParticipationItem.REVISION + " = :before")
                        .expressionAttributeValues(Map.of(":before", number(before)))
                        .build();
    }

    private TransactWriteItem bound(Change change, Binding binding) {
        var who = change.after();
        var item = forgotten(change, ParticipationItem.clocks(who.event(), who.playerId()));
        item.put(ParticipationItem.OFFSET, ParticipationItem.offset(binding.after()));
        item.put(ParticipationItem.OCCURRENCE, ParticipationItem.occurrence(binding.after()));
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table).item(item);
                    binding.before()
                            .ifPresentOrElse(
                                    before -> put.conditionExpression("#offset = :offset AND occurrence = :occurrence")
                                            .expressionAttributeNames(Map.of("#offset", ParticipationItem.OFFSET))
                                            .expressionAttributeValues(Map.of(
                                                    ":offset", ParticipationItem.offset(before),
                                                    ":occurrence", ParticipationItem.occurrence(before))),
                                    () -> put.conditionExpression(NEW));
                })
                .build();
    }

    private static Map<String, AttributeValue> mark(Change change, String mark) {
        var who = change.after();
        return forgotten(
                change,
                ParticipationItem.key(ParticipationItem.marks(who.event(), who.occurrence(), who.playerId()), mark));
    }

    private static Map<String, AttributeValue> entry(Change change) {
        var who = change.after();
        return forgotten(
                change,
                ParticipationItem.key(
                        ParticipationItem.player(who.playerId()),
                        ParticipationItem.IN + ParticipationItem.occurrence(who.event(), who.occurrence())));
    }

    private static Map<String, AttributeValue> forgotten(Change change, Map<String, AttributeValue> key) {
        var item = new LinkedHashMap<>(key);
        item.put("ttl", number(change.forgotten().getEpochSecond()));
        return item;
    }

    private TransactWriteItem put(Map<String, AttributeValue> item, Optional<String> condition) {
        return TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table).item(item);
                    condition.ifPresent(put::conditionExpression);
                })
                .build();
    }

    /** By chance of the mark, so that many players of one bucket do not meet at one share; and another one at the next revision. */
    private TransactWriteItem share(Change change) {
        var who = change.after();
        int number = Math.floorMod((who.playerId() + change.mark().orElse("") + who.revision()).hashCode(), SHARES);
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(DynamoGoals.key(who.event(), who.occurrence(), "share#%02d".formatted(number)))
                        .updateExpression("SET #ttl = :ttl ADD amount :by")
                        .expressionAttributeNames(Map.of("#ttl", "ttl"))
                        .expressionAttributeValues(Map.of(
                                ":by", number(change.share()),
                                ":ttl", number(change.forgotten().getEpochSecond()))))
                .build();
    }
}
