package com.lifeverse.session.group.crowd.aws;

import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.group.aws.Field;
import com.lifeverse.session.group.crowd.Allotment;
import com.lifeverse.session.group.crowd.Seating;
import com.lifeverse.session.group.crowd.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The forms of what is known of a crowd's sections, beside them:
 *
 * <pre>
 * sk seating   v  revision    and by section, s and its number: seats, and the turn, with a comma between
 * sk tally                    and by section, s and its number: a list of revision, seats taken, and players inside
 * </pre>
 */
final class CountItems {
    static final String SEATING = "seating";
    static final String TALLY = "tally";
    private static final String SECTION = "s";

    private CountItems() {}

    static Map<String, AttributeValue> key(String groupId, String kind) {
        return new Field()
                .text(SectionItem.PARTITION, groupId)
                .text(SectionItem.SORT, kind)
                .values();
    }

    static String name(int section) {
        return SECTION + section;
    }

    static Map<String, AttributeValue> write(String groupId, Seating seating, Instant sweptAt) {
        var item = new Field()
                .text(SectionItem.PARTITION, groupId)
                .text(SectionItem.SORT, SEATING)
                .number(SectionItem.REVISION, seating.revision())
                .number(SectionItem.TTL, sweptAt.getEpochSecond());
        seating.moved()
                .forEach((section, allotment) -> item.text(name(section), allotment.seats() + "," + allotment.turn()));
        return item.values();
    }

    static Seating seating(Map<String, AttributeValue> values, int seats, int sections) {
        var item = new Attributes(values);
        var moved = new TreeMap<Integer, Allotment>();
        for (int section = 0; section < sections; section++) {
            var given = item.list(name(section));
            if (!given.isEmpty()) {
                moved.put(section, new Allotment(Integer.parseInt(given.getFirst()), Long.parseLong(given.getLast())));
            }
        }
        return new Seating(seats, sections, item.number(SectionItem.REVISION), moved);
    }

    /** A list of numbers, so that a condition can compare the first. */
    static AttributeValue count(Tally.Count count) {
        return AttributeValue.fromL(List.of(number(count.revision()), number(count.used()), number(count.inside())));
    }

    static Tally tally(Map<String, AttributeValue> values) {
        var counts = new TreeMap<Integer, Tally.Count>();
        values.forEach((name, value) -> {
            if (value.hasL()) {
                var numbers = value.l().stream().map(AttributeValue::n).toList();
                counts.put(
                        Integer.parseInt(name.substring(SECTION.length())),
                        new Tally.Count(
                                Long.parseLong(numbers.get(0)),
                                Integer.parseInt(numbers.get(1)),
                                Integer.parseInt(numbers.get(2))));
            }
        });
        return new Tally(counts);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }
}
