package com.lifeverse.trigger.profile.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.trigger.profile.Attribute;
import com.lifeverse.trigger.profile.Profile;
import com.lifeverse.trigger.profile.Profile.Said;
import com.lifeverse.trigger.profile.Profile.Tag;
import com.lifeverse.trigger.profile.Profiles.Change;
import com.lifeverse.trigger.profile.Profiles.Stored;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A profile as an item, and the marks of what it counts as items of their own. Times to the millisecond. */
final class ProfileItem {
    static final String REVISION = "revision";

    /** The sort key of profiles. */
    static final String SORT = "profile";

    /** What the sort key of a counted happening begins with. */
    static final String COUNTED = "counted#";

    private static final String COMMAND = "command";
    private static final String SAID = "said";
    private static final String TAGS = "tags";
    private static final String COUNTERS = "counters";
    private static final String RECENT = "recent";
    private static final String AT = "at";
    private static final String VALUE = "value";
    private static final String UNTIL = "until";

    private ProfileItem() {}

    static Map<String, AttributeValue> key(String playerId) {
        return Map.of("playerId", AttributeValue.fromS(playerId), "sk", AttributeValue.fromS(SORT));
    }

    static Map<String, AttributeValue> key(String playerId, long counted) {
        return Map.of(
                "playerId",
                AttributeValue.fromS(playerId),
                "sk",
                AttributeValue.fromS(COUNTED + Long.toHexString(counted)));
    }

    /** The happening that a mark is of. */
    static long counted(Map<String, AttributeValue> mark) {
        return Long.parseUnsignedLong(attribute(mark, "sk").s().substring(COUNTED.length()), 16);
    }

    static Map<String, AttributeValue> mark(Change change, long counted) {
        var item = new LinkedHashMap<>(key(change.playerId(), counted));
        item.put("ttl", number(change.forgotten().getEpochSecond()));
        return item;
    }

    static Map<String, AttributeValue> write(Change change) {
        var profile = change.after();
        var item = new LinkedHashMap<>(key(change.playerId()));
        item.put(REVISION, number(change.before().revision() + 1));
        item.put(COMMAND, AttributeValue.fromS(change.command()));
        var said = new TreeMap<String, AttributeValue>();
        profile.said().forEach((attribute, value) -> said.put(attribute.member(), said(value)));
        item.put(SAID, AttributeValue.fromM(said));
        var tags = new TreeMap<String, AttributeValue>();
        profile.tags().forEach((name, tag) -> tags.put(name, tag(tag)));
        item.put(TAGS, AttributeValue.fromM(tags));
        var counters = new TreeMap<String, AttributeValue>();
        profile.counters().forEach((name, count) -> counters.put(name, number(count)));
        item.put(COUNTERS, AttributeValue.fromM(counters));
        item.put(RECENT, AttributeValue.fromB(SdkBytes.fromByteBuffer(pack(profile.recent()))));
        // The whole item is replaced, so what an earlier write told is gone.
        change.told().ifPresent(told -> item.put(Outbox.ATTRIBUTE, Outbox.packed(List.of(told))));
        return item;
    }

    static Stored read(Map<String, AttributeValue> item) {
        if (item.isEmpty()) {
            return Stored.NOTHING;
        }
        var said = new EnumMap<Attribute, Said>(Attribute.class);
        attribute(item, SAID)
                .m()
                .forEach((member, value) -> Attribute.called(member)
                        .ifPresent(attribute -> said.put(
                                attribute, new Said(attribute(value.m(), VALUE).s(), time(value.m(), AT)))));
        var tags = new TreeMap<String, Tag>();
        attribute(item, TAGS)
                .m()
                .forEach((name, tag) -> tags.put(name, new Tag(time(tag.m(), UNTIL), time(tag.m(), AT))));
        return new Stored(
                Long.parseLong(attribute(item, REVISION).n()),
                new Profile(said, tags, counters(attribute(item, COUNTERS).m()), unpack(attribute(item, RECENT))));
    }

    /** True if the item is what this change wrote. */
    static boolean wroteIt(Map<String, AttributeValue> item, Change change) {
        return Optional.ofNullable(item.get(COMMAND))
                .map(AttributeValue::s)
                .filter(change.command()::equals)
                .isPresent();
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue said(Said said) {
        return AttributeValue.fromM(Map.of(
                VALUE, AttributeValue.fromS(said.value()), AT, number(said.at().toEpochMilli())));
    }

    private static AttributeValue tag(Tag tag) {
        return AttributeValue.fromM(Map.of(
                UNTIL, number(tag.until().toEpochMilli()), AT, number(tag.at().toEpochMilli())));
    }

    private static SortedMap<String, Long> counters(Map<String, AttributeValue> counters) {
        var read = new TreeMap<String, Long>();
        counters.forEach((name, count) -> read.put(name, Long.parseLong(count.n())));
        return read;
    }

    private static ByteBuffer pack(List<Long> keys) {
        var packed = ByteBuffer.allocate(keys.size() * Long.BYTES);
        keys.forEach(packed::putLong);
        return packed.flip();
    }

    private static List<Long> unpack(AttributeValue bytes) {
        var packed = bytes.b().asByteBuffer();
        var keys = new ArrayList<Long>();
        while (packed.remaining() >= Long.BYTES) {
            keys.add(packed.getLong());
        }
        return keys;
    }

    private static Instant time(Map<String, AttributeValue> item, String name) {
        return Instant.ofEpochMilli(Long.parseLong(attribute(item, name).n()));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("A profile has no attribute " + name));
    }
}
