package com.lifeverse.liveops.compensation.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.compensation.Compensation;
import com.lifeverse.liveops.compensation.Compensation.Entry;
import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.liveops.compensation.Compensation.State;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A compensation as an item: version, digest, reason, incident, message, players, totals (by item), largest, lapsesAt (epoch milliseconds), cause,
 * made (granted, skipped, amounts), history (a list of action, who, at, note).
 */
final class CompensationItem {
    private CompensationItem() {}

    static Map<String, AttributeValue> write(Compensation compensation) {
        var item = new HashMap<String, AttributeValue>();
        item.put("version", number(compensation.version()));
        item.put("digest", text(compensation.digest()));
        item.put("reason", text(compensation.reason()));
        item.put("incident", text(compensation.incident()));
        compensation.message().ifPresent(message -> item.put("message", text(message)));
        item.put("players", number(compensation.players()));
        item.put("totals", amounts(compensation.totals()));
        item.put("largest", number(compensation.largest()));
        item.put("lapsesAt", number(compensation.lapsesAt().toEpochMilli()));
        compensation.cause().ifPresent(cause -> item.put("cause", text(cause)));
        compensation
                .made()
                .ifPresent(made -> item.put(
                        "made",
                        AttributeValue.fromM(Map.of(
                                "granted", number(made.granted()),
                                "skipped", number(made.skipped()),
                                "amounts", amounts(made.amounts())))));
        item.put(
                "history",
                AttributeValue.fromL(compensation.history().stream()
                        .map(CompensationItem::entry)
                        .toList()));
        return item;
    }

    static Compensation read(Map<String, AttributeValue> values) {
        var item = new Attributes(values);
        return new Compensation(
                item.text("sk"),
                item.text("digest"),
                item.text("reason"),
                item.text("incident"),
                item.optionalText("message"),
                item.count("players"),
                amounts(item, "totals"),
                item.count("largest"),
                Instant.ofEpochMilli(item.number("lapsesAt")),
                item.optionalText("cause"),
                item.optionalMap("made")
                        .map(made -> new Made(made.count("granted"), made.count("skipped"), amounts(made, "amounts"))),
                entries(item.list("history")));
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue amounts(Map<String, Long> amounts) {
        var map = new HashMap<String, AttributeValue>();
        amounts.forEach((item, amount) -> map.put(item, number(amount)));
        return AttributeValue.fromM(map);
    }

    static SortedMap<String, Long> amounts(Attributes item, String name) {
        var amounts = new TreeMap<String, Long>();
        item.optionalMap(name)
                .ifPresent(map -> map.values().forEach((key, amount) -> amounts.put(key, Long.valueOf(amount.n()))));
        return amounts;
    }

    private static AttributeValue entry(Entry entry) {
        return AttributeValue.fromM(Map.of(
                "action", text(entry.action().name()),
                "who", text(entry.who()),
                "at", number(entry.at().toEpochMilli()),
                "note", text(entry.note())));
    }

    private static List<Entry> entries(List<AttributeValue> list) {
        return list.stream()
                .map(each -> new Attributes(each.m()))
                .map(each -> new Entry(
                        State.valueOf(each.text("action")),
                        each.text("who"),
                        Instant.ofEpochMilli(each.number("at")),
                        each.text("note")))
                .toList();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
