package com.lifeverse.session.queue.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.queue.Crowd;
import com.lifeverse.session.queue.Door;
import com.lifeverse.session.queue.Headcount;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.Line;
import com.lifeverse.session.queue.NowServing;
import com.lifeverse.session.queue.Span;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far the queue has come, as attributes of its one item. */
final class ServingItem {
    static final String TICK = "tick";
    static final String ROOM = "room";
    static final String FREE = "free";
    static final String TURNED = "turned";
    static final String OWED = "owed";
    static final String LATE = "late";
    static final String SINCE = "since";
    private static final String SPAN = "span";
    private static final String BEFORE = "before";
    private static final String PLAYERS = "players";
    private static final String AT = "at";
    private static final Pattern BAR = Pattern.compile("\\|");

    private ServingItem() {}

    static Map<String, AttributeValue> of(NowServing serving) {
        var item = new HashMap<String, AttributeValue>();
        item.put(TICK, number(serving.tick()));
        item.put(ROOM, number(serving.door().room()));
        item.put(FREE, number(serving.door().free()));
        item.put(TURNED, number(serving.door().turned()));
        item.put(SPAN, number(serving.span().since()));
        item.put(OWED, number(serving.span().owed()));
        item.put(LATE, number(serving.span().late()));
        item.put(SINCE, number(serving.crowd().since()));
        item.put(BEFORE, number(serving.crowd().before()));
        serving.crowd().counted().ifPresent(count -> {
            item.put(PLAYERS, number(count.players()));
            item.put(AT, number(count.at().toEpochMilli()));
        });
        serving.lines().forEach((lane, line) -> item.put(lane.code(), AttributeValue.fromS(text(line))));
        return item;
    }

    static NowServing read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var lines = new TreeMap<Lane, Line>();
        for (var lane : Lane.values()) {
            item.optionalText(lane.code()).ifPresent(text -> lines.put(lane, line(text)));
        }
        var counted = item.has(PLAYERS)
                ? Optional.of(new Headcount(item.number(PLAYERS), Instant.ofEpochMilli(item.number(AT))))
                : Optional.<Headcount>empty();
        return new NowServing(
                item.number(TICK),
                lines,
                new Span(item.number(SPAN), item.number(OWED), item.number(LATE)),
                new Door(item.number(ROOM), item.number(FREE), item.number(TURNED)),
                new Crowd(counted, item.number(BEFORE), item.number(SINCE)));
    }

    private static String text(Line line) {
        return line.served() + "|" + line.begun() + "|" + line.over();
    }

    private static Line line(String text) {
        var parts = BAR.split(text, -1);
        return new Line(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
