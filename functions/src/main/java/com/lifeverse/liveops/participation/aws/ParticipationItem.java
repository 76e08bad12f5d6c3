package com.lifeverse.liveops.participation.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.participation.OwnClocks;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.Participations.Seat;
import com.lifeverse.liveops.participation.Participations.Standing;
import com.lifeverse.platform.aws.Outbox;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A participation as an item, and the keys of what is beside it. Times to the millisecond. */
final class ParticipationItem {
    static final String REVISION = "revision";
    static final String BOARD = "board";
    static final String SCORE = "score";
    static final String SEAT = "seat";
    static final String TURN = "turn";
    static final String OFFSET = "offset";
    static final String OCCURRENCE = "occurrence";

    /** What the sort key of a player's occurrence begins with. */
    static final String IN = "in#";

    private static final long LAST_MILLI = 9_999_999_999_999L;

    private ParticipationItem() {}

    static String bucket(String event, LocalDateTime occurrence, int bucket) {
        return "part#%s#%02x".formatted(occurrence(event, occurrence), bucket);
    }

    static String occurrence(String event, LocalDateTime occurrence) {
        return event + "#" + occurrence;
    }

    static String player(String playerId) {
        return "player#" + playerId;
    }

    /** The marks of a player in an occurrence lie apart from participations, so that a bucket has nothing else. */
    static String marks(String event, LocalDateTime occurrence, String playerId) {
        return "mark#%s#%s".formatted(occurrence(event, occurrence), playerId);
    }

    static String board(String event, LocalDateTime occurrence, long cohort) {
        return "%s#%d".formatted(occurrence(event, occurrence), cohort);
    }

    static Map<String, AttributeValue> key(String event, LocalDateTime occurrence, String playerId) {
        return key(bucket(event, occurrence, Participation.bucket(playerId)), playerId);
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
    }

    static Map<String, AttributeValue> write(Change change) {
        var who = change.after();
        var item = new LinkedHashMap<>(key(who.event(), who.occurrence(), who.playerId()));
        item.put(REVISION, number(who.revision()));
        item.put("joinedAt", number(who.joinedAt().toEpochMilli()));
        item.put(OFFSET, number(who.offset().getTotalSeconds()));
        item.put("cohort", number(who.cohort()));
        who.seat().ifPresent(seat -> {
            item.put(SEAT, number(seat.number()));
            item.put(TURN, number(seat.turn()));
        });
        item.put("progress", number(who.progress()));
        item.put("progressAt", number(who.progressAt().toEpochMilli()));
        var claimed = new TreeMap<String, AttributeValue>();
        who.claimed().forEach((tier, at) -> claimed.put(Integer.toString(tier), number(at.toEpochMilli())));
        item.put("claimed", AttributeValue.fromM(claimed));
        item.put(BOARD, AttributeValue.fromS(board(who.event(), who.occurrence(), who.cohort())));
        item.put(SCORE, AttributeValue.fromS(score(who)));
        item.put("ttl", number(change.forgotten().getEpochSecond()));
        if (!change.news().isEmpty()) {
            item.put(Outbox.ATTRIBUTE, Outbox.packed(change.news()));
        }
        return item;
    }

    static Participation read(String event, LocalDateTime occurrence, Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var claimed = new TreeMap<Integer, Instant>();
        item.optionalMap("claimed")
                .ifPresent(tiers -> tiers.values()
                        .forEach((tier, at) ->
                                claimed.put(Integer.valueOf(tier), Instant.ofEpochMilli(Long.parseLong(at.n())))));
        return new Participation(
                event,
                occurrence,
                item.text("sk"),
                Instant.ofEpochMilli(item.number("joinedAt")),
                ZoneOffset.ofTotalSeconds(item.count(OFFSET)),
                item.number("cohort"),
                values.containsKey(SEAT)
                        ? Optional.of(new Seat(item.number(SEAT), item.number(TURN)))
                        : Optional.empty(),
                item.number("progress"),
                Instant.ofEpochMilli(item.number("progressAt")),
                claimed,
                item.number(REVISION));
    }

    /** What the index of boards knows of a participation. */
    static Standing standing(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var score = item.text(SCORE);
        int end = score.indexOf('#');
        return new Standing(
                item.text("sk"),
                Long.parseLong(score.substring(0, end)),
                Instant.ofEpochMilli(LAST_MILLI - Long.parseLong(score.substring(end + 1))));
    }

    static Map<String, AttributeValue> clocks(String event, String playerId) {
        return key(player(playerId), "clocks#" + event);
    }

    static OwnClocks clocks(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new OwnClocks(ZoneOffset.ofTotalSeconds(item.count(OFFSET)), LocalDateTime.parse(item.text(OCCURRENCE)));
    }

    static AttributeValue offset(OwnClocks clocks) {
        return number(clocks.offset().getTotalSeconds());
    }

    static AttributeValue occurrence(OwnClocks clocks) {
        return AttributeValue.fromS(clocks.occurrence().toString());
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** In the order of texts: the more the later, and of equals whoever had it earlier is later. */
    private static String score(Participation who) {
        return String.format(
                Locale.ROOT,
                "%013d#%013d",
                who.progress(),
                LAST_MILLI - who.progressAt().toEpochMilli());
    }
}
