package com.lifeverse.liveops.desk.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.liveops.review.Review.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A review within an event's item: id, revision, askedBy, note, askedAt and lapsesAt (epoch milliseconds), state, by, reason. */
final class ReviewMap {
    private ReviewMap() {}

    static Map<String, AttributeValue> write(Review review) {
        var map = new HashMap<String, AttributeValue>();
        map.put("id", AttributeValue.fromS(review.id()));
        map.put("revision", AttributeValue.fromN(Integer.toString(review.revision())));
        map.put("askedBy", AttributeValue.fromS(review.askedBy()));
        map.put("note", AttributeValue.fromS(review.note()));
        map.put("askedAt", AttributeValue.fromN(Long.toString(review.askedAt().toEpochMilli())));
        map.put("lapsesAt", AttributeValue.fromN(Long.toString(review.lapsesAt().toEpochMilli())));
        map.put("state", AttributeValue.fromS(review.state().name()));
        map.put("by", AttributeValue.fromS(review.by()));
        map.put("reason", AttributeValue.fromS(review.reason()));
        return map;
    }

    static Review read(Attributes map) {
        return new Review(
                map.text("id"),
                map.count("revision"),
                map.text("askedBy"),
                map.text("note"),
                Instant.ofEpochMilli(map.number("askedAt")),
                Instant.ofEpochMilli(map.number("lapsesAt")),
                State.valueOf(map.text("state")),
                map.text("by"),
                map.text("reason"));
    }
}
