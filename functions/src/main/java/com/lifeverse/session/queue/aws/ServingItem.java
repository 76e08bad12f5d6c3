package com.lifeverse.session.queue.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.queue.Crowd;
import com.lifeverse.session.queue.Headcount;
import com.lifeverse.session.queue.Lane;
import com.lifeverse.session.queue.NowServing;
import com.lifeverse.session.queue.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How far the queue has come, as attributes of its one item. */
final class ServingItem {
    static final String TICK = "tick";
    static final String LEFT = "left";
    static final String SINCE = "since";
    private static final String BEFORE = "before";
    private static final String PLAYERS = "players";
    private static final String AT = "at";

    private ServingItem() {}

    static Map<String, AttributeValue> of(NowServing serving) {
        var item = new HashMap<String, AttributeValue>();
        item.put(TICK, number(serving.tick()));
        item.put(LEFT, number(serving.left()));
        item.put(SINCE, number(serving.crowd().since()));
        item.put(BEFORE, number(serving.crowd().before()));
        serving.crowd().counted().ifPresent(count -> {
            item.put(PLAYERS, number(count.players()));
            item.put(AT, number(count.at().toEpochMilli()));
        });
        serving.served()
                .forEach((lane, place) ->
                        item.put(lane.code(), AttributeValue.fromS(place.bucket() + "|" + place.number())));
        return item;
    }

    static NowServing read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        var served = new TreeMap<Lane, Place>();
        for (var lane : Lane.values()) {
            item.optionalText(lane.code()).ifPresent(text -> {
                int bar = text.indexOf('|');
                served.put(
                        lane,
                        new Place(Long.parseLong(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1))));
            });
        }
        var counted = item.has(PLAYERS)
                ? Optional.of(new Headcount(item.number(PLAYERS), Instant.ofEpochMilli(item.number(AT))))
                : Optional.<Headcount>empty();
        var crowd = new Crowd(counted, item.number(BEFORE), item.number(SINCE));
        return new NowServing(item.number(TICK), served, item.number(LEFT), crowd);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
