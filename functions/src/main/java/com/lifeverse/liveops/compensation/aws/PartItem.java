package com.lifeverse.liveops.compensation.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.compensation.Reconciliation.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A part as an item: first, lines, skipped, granted and passed (by item), begunAt and doneAt (epoch milliseconds), ttl. */
final class PartItem {
    private static final Duration KEPT = Duration.ofDays(30);

    private PartItem() {}

    static Map<String, AttributeValue> write(Part part) {
        var item = new HashMap<String, AttributeValue>();
        item.put("first", CompensationItem.number(part.first()));
        item.put("lines", CompensationItem.number(part.lines()));
        item.put("skipped", CompensationItem.number(part.skipped()));
        item.put("granted", CompensationItem.amounts(part.granted()));
        item.put("passed", CompensationItem.amounts(part.passed()));
        item.put("begunAt", CompensationItem.number(part.begunAt().toEpochMilli()));
        item.put("doneAt", CompensationItem.number(part.doneAt().toEpochMilli()));
        item.put("ttl", CompensationItem.number(part.doneAt().plus(KEPT).getEpochSecond()));
        return item;
    }

    static Part read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new Part(
                item.count("first"),
                item.count("lines"),
                item.count("skipped"),
                CompensationItem.amounts(item, "granted"),
                CompensationItem.amounts(item, "passed"),
                Instant.ofEpochMilli(item.number("begunAt")),
                Instant.ofEpochMilli(item.number("doneAt")));
    }
}
