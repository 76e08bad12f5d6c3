package com.lifeverse.trigger.aws;

import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.trigger.TriggerState;
import com.lifeverse.trigger.TriggerState.Seen;
import com.lifeverse.trigger.TriggerStates.Change;
import com.lifeverse.trigger.TriggerStates.Stored;
import com.lifeverse.trigger.TriggerStates.Subject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A trigger's state as an item. What was seen is packed into 13 bytes a happening, because an item's price is its size: the
 * key's 8 bytes, the time as 4 bytes of unsigned epoch seconds (until 2106), and whether it fired.
 */
final class StateItem {
    static final String REVISION = "revision";
    private static final String COMMAND = "command";
    private static final String FLOOR = "floor";
    private static final String SEEN = "seen";
    private static final int SEEN_BYTES = Long.BYTES + Integer.BYTES + 1;

    private StateItem() {}

    static Map<String, AttributeValue> key(Subject subject) {
        return Map.of(
                "playerId", AttributeValue.fromS(subject.playerId()),
                "sk", AttributeValue.fromS("state#" + subject.trigger()));
    }

    static Map<String, AttributeValue> write(Change change) {
        var item = new LinkedHashMap<>(key(change.subject()));
        item.put(REVISION, number(change.before().revision() + 1));
        item.put(COMMAND, AttributeValue.fromS(change.command()));
        item.put(FLOOR, number(change.after().floor().getEpochSecond()));
        item.put(SEEN, AttributeValue.fromB(SdkBytes.fromByteBuffer(pack(change.after()))));
        item.put("ttl", number(change.expires().getEpochSecond()));
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
        var packed = attribute(item, SEEN).b().asByteBuffer();
        var seen = new ArrayList<Seen>();
        while (packed.remaining() >= SEEN_BYTES) {
            seen.add(new Seen(
                    packed.getLong(),
                    Instant.ofEpochSecond(Integer.toUnsignedLong(packed.getInt())),
                    packed.get() != 0));
        }
        var floor = Instant.ofEpochSecond(Long.parseLong(attribute(item, FLOOR).n()));
        return new Stored(Long.parseLong(attribute(item, REVISION).n()), new TriggerState(floor, seen));
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

    private static ByteBuffer pack(TriggerState state) {
        var packed = ByteBuffer.allocate(state.seen().size() * SEEN_BYTES);
        for (var happening : state.seen()) {
            packed.putLong(happening.key());
            packed.putInt((int) happening.at().getEpochSecond());
            packed.put((byte) (happening.fired() ? 1 : 0));
        }
        return packed.flip();
    }

    private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name))
                .orElseThrow(() -> new IllegalStateException("A trigger's state has no attribute " + name));
    }
}
