package com.lifeverse.trigger.aws;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Shadow;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Burst;
import com.lifeverse.trigger.decide.Firings;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A trigger's state as an item. What was seen is packed, because an item's price is its size: the key's 8 bytes, the time as 4
 * bytes of unsigned epoch seconds (until 2106), a byte with what became of it (2 bits), its step (3 bits), whether a value of
 * 8 bytes follows, and whether it was let be.
 */
final class StateItem {
    static final String REVISION = "revision";
    private static final String HELD = "held";
    private static final String SHADOW = "shadow";
    private static final String VERSION = "version";
    static final String PREFIX = "state#";
    private static final String COMMAND = "command";
    private static final String FLOOR = "floor";
    private static final String SEEN = "seen";
    private static final String FIRINGS = "firings";
    private static final String BURSTS = "bursts";
    private static final int SEEN_BYTES = Long.BYTES + Integer.BYTES + 1;
    private static final int MARK_BITS = 2;
    private static final int MARK_MASK = 3;
    private static final int STEP_MASK = 7;
    private static final int VALUE_FOLLOWS = 32;

    /** Beside the mark, so that code that does not know it yet reads what was let be as open. */
    private static final int LET_BE = 64;

    /** Their places are what is written: new ones go to the end. */
    private static final List<Mark> MARKS = List.of(Mark.OPEN, Mark.FIRED, Mark.SPENT);

    private StateItem() {}

    static Map<String, AttributeValue> key(Subject subject) {
        return Map.of(
                "playerId", AttributeValue.fromS(subject.playerId()),
                "sk", AttributeValue.fromS(PREFIX + subject.trigger()));
    }

    static Subject subject(Map<String, AttributeValue> item) {
        return new Subject(
                attribute(item, "playerId").s(), attribute(item, "sk").s().substring(PREFIX.length()));
    }

    static Map<String, AttributeValue> write(Change change) {
        var item = new LinkedHashMap<>(key(change.subject()));
        item.put(REVISION, number(change.before().revision() + 1));
        item.put(COMMAND, AttributeValue.fromS(change.command()));
        item.putAll(attributes(change.after()));
        item.put("ttl", number(change.expires().getEpochSecond()));
        change.shadow().ifPresent(shadow -> {
            var attributes = attributes(shadow.state());
            attributes.put(VERSION, AttributeValue.fromS(shadow.version()));
            item.put(SHADOW, AttributeValue.fromM(attributes));
            if (!change.compared().isEmpty()) {
                item.put(ComparedNews.ATTRIBUTE, ComparedNews.telling(shadow.version(), change.compared()));
            }
        });
        change.due().ifPresent(due -> {
            item.put(DynamoTriggerStates.PART, AttributeValue.fromS(part(change.subject())));
            item.put(DynamoTriggerStates.DUE, AttributeValue.fromS(due(due)));
        });
        // The whole item is replaced, so what an earlier write told is gone unless this one tells something itself.
        if (!change.told().isEmpty()) {
            item.put(Outbox.ATTRIBUTE, Outbox.telling(change.told()));
        }
        return item;
    }

    static Stored read(Map<String, AttributeValue> item) {
        if (item.isEmpty()) {
            return Stored.NOTHING;
        }
        return new Stored(
                Long.parseLong(attribute(item, REVISION).n()),
                state(item),
                Optional.ofNullable(item.get(SHADOW))
                        .map(AttributeValue::m)
                        .map(shadow -> new Shadow(attribute(shadow, VERSION).s(), state(shadow))));
    }

    private static Map<String, AttributeValue> attributes(TriggerState state) {
        var attributes = new LinkedHashMap<String, AttributeValue>();
        attributes.put(FLOOR, number(state.floor().getEpochSecond()));
        attributes.put(SEEN, AttributeValue.fromB(SdkBytes.fromByteBuffer(pack(state))));
        if (!state.firings().equals(Firings.NONE)) {
            attributes.put(FIRINGS, AttributeValue.fromB(SdkBytes.fromByteBuffer(pack(state.firings()))));
        }
        if (!state.bursts().isEmpty()) {
            attributes.put(BURSTS, AttributeValue.fromB(SdkBytes.fromByteBuffer(packBursts(state.bursts()))));
        }
        state.held().ifPresent(held -> attributes.put(HELD, AttributeValue.fromS(HeldText.write(held))));
        return attributes;
    }

    private static TriggerState state(Map<String, AttributeValue> attributes) {
        var packed = attribute(attributes, SEEN).b().asByteBuffer();
        var seen = new ArrayList<Seen>();
        while (packed.remaining() >= SEEN_BYTES) {
            seen.add(unpack(packed));
        }
        return new TriggerState(
                Instant.ofEpochSecond(
                        Long.parseLong(attribute(attributes, FLOOR).n())),
                seen,
                Optional.ofNullable(attributes.get(HELD)).map(AttributeValue::s).map(HeldText::read),
                // One that was written before there was this has none.
                Optional.ofNullable(attributes.get(FIRINGS))
                        .map(firings -> unpackFirings(firings.b().asByteBuffer()))
                        .orElse(Firings.NONE),
                Optional.ofNullable(attributes.get(BURSTS))
                        .map(bursts -> unpackBursts(bursts.b().asByteBuffer()))
                        .orElse(List.of()));
    }

    /** True if the item is what this change wrote. */
    static boolean wroteIt(Map<String, AttributeValue> item, Change change) {
        return Optional.ofNullable(item.get(COMMAND))
                .map(AttributeValue::s)
                .filter(change.command()::equals)
                .isPresent();
    }

    /** Which part of the due ones a state is in. */
    static String part(Subject subject) {
        return Long.toString(Math.floorMod(NameBasedId.bits(subject.playerId()), TriggerStates.PARTS));
    }

    /** A time as text whose order is that of times; not before it. */
    static String due(Instant time) {
        return time.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static ByteBuffer pack(TriggerState state) {
        var packed = ByteBuffer.allocate(state.seen().size() * (SEEN_BYTES + Long.BYTES));
        for (var happening : state.seen()) {
            packed.putLong(happening.key());
            packed.putInt((int) happening.at().getEpochSecond());
            int about = about(happening.mark()) | happening.step() << MARK_BITS;
            packed.put((byte) (happening.value() == 0 ? about : about | VALUE_FOLLOWS));
            if (happening.value() != 0) {
                packed.putLong(happening.value());
            }
        }
        return packed.flip();
    }

    private static int about(Mark mark) {
        return mark == Mark.LEFT ? MARKS.indexOf(Mark.OPEN) | LET_BE : MARKS.indexOf(mark);
    }

    private static Seen unpack(ByteBuffer packed) {
        long key = packed.getLong();
        var at = second(packed);
        int about = packed.get();
        long value = (about & VALUE_FOLLOWS) == 0 ? 0 : packed.getLong();
        var mark = (about & LET_BE) == 0 ? MARKS.get(about & MARK_MASK) : Mark.LEFT;
        return new Seen(key, at, about >> MARK_BITS & STEP_MASK, value, mark);
    }

    private static ByteBuffer pack(Firings firings) {
        return ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt((int) firings.reach().toSeconds())
                .putInt((int) firings.last().getEpochSecond())
                .putInt((int) firings.forgotten().getEpochSecond())
                .flip();
    }

    private static Firings unpackFirings(ByteBuffer packed) {
        return new Firings(Duration.ofSeconds(packed.getInt()), second(packed), second(packed));
    }

    private static ByteBuffer packBursts(List<Burst> bursts) {
        var packed = ByteBuffer.allocate(bursts.size() * 2 * Integer.BYTES);
        bursts.forEach(burst -> packed.putInt((int) burst.since().getEpochSecond())
                .putInt((int) burst.last().getEpochSecond()));
        return packed.flip();
    }

    private static List<Burst> unpackBursts(ByteBuffer packed) {
        var bursts = new ArrayList<Burst>();
        while (packed.hasRemaining()) {
            bursts.add(new Burst(second(packed), second(packed)));
        }
        return bursts;
    }

    private static Instant second(ByteBuffer packed) {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(packed.getInt()));
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("A trigger's state has no attribute " + name));
    }
}
