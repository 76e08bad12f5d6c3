package com.lifeverse.local.table.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.StringDataType;

/** Values on a page of the store: a byte for the type, then as little as will do. */
final class ValueFormat {
    // A type is written as its place in this list: only ever add at the end.
    private static final List<Value.Type> TYPES = List.of(
            Value.Type.S,
            Value.Type.N,
            Value.Type.B,
            Value.Type.BOOL,
            Value.Type.NULL,
            Value.Type.L,
            Value.Type.M,
            Value.Type.SS,
            Value.Type.NS,
            Value.Type.BS);

    private ValueFormat() {}

    static void write(WriteBuffer out, Value value) {
        out.put((byte) TYPES.indexOf(value.type()));
        switch (value) {
            case Value.S s -> text(out, s.text());
            case Value.N n -> number(out, n.number());
            case Value.B b -> bytes(out, b.bytes());
            case Value.Bool bool -> out.put((byte) (bool.isTrue() ? 1 : 0));
            case Value.Null _ -> {}
            case Value.L list -> {
                out.putVarInt(list.elements().size());
                list.elements().forEach(each -> write(out, each));
            }
            case Value.M map -> writeMap(out, map.entries());
            case Value.SS set -> {
                out.putVarInt(set.texts().size());
                set.texts().forEach(each -> text(out, each));
            }
            case Value.NS set -> {
                out.putVarInt(set.numbers().size());
                set.numbers().forEach(each -> number(out, each.number()));
            }
            case Value.BS set -> {
                out.putVarInt(set.members().size());
                set.members().forEach(each -> bytes(out, each));
            }
        }
    }

    static void writeMap(WriteBuffer out, Map<String, Value> entries) {
        out.putVarInt(entries.size());
        entries.forEach((name, value) -> {
            text(out, name);
            write(out, value);
        });
    }

    static Value read(ByteBuffer in) {
        return switch (TYPES.get(in.get())) {
            case S -> new Value.S(text(in));
            case N -> new Value.N(number(in));
            case B -> new Value.B(bytes(in));
            case BOOL -> new Value.Bool(in.get() == 1);
            case NULL -> new Value.Null();
            case L -> {
                int count = DataUtils.readVarInt(in);
                var elements = new ArrayList<Value>(count);
                for (int i = 0; i < count; i++) {
                    elements.add(read(in));
                }
                yield new Value.L(elements);
            }
            case M -> new Value.M(readMap(in));
            case SS -> {
                int count = DataUtils.readVarInt(in);
                var texts = LinkedHashSet.<String>newLinkedHashSet(count);
                for (int i = 0; i < count; i++) {
                    texts.add(text(in));
                }
                yield new Value.SS(texts);
            }
            case NS -> {
                int count = DataUtils.readVarInt(in);
                var numbers = LinkedHashSet.<Value.N>newLinkedHashSet(count);
                for (int i = 0; i < count; i++) {
                    numbers.add(new Value.N(number(in)));
                }
                yield new Value.NS(numbers);
            }
            case BS -> {
                int count = DataUtils.readVarInt(in);
                var members = LinkedHashSet.<Bytes>newLinkedHashSet(count);
                for (int i = 0; i < count; i++) {
                    members.add(bytes(in));
                }
                yield new Value.BS(members);
            }
        };
    }

    static Map<String, Value> readMap(ByteBuffer in) {
        int count = DataUtils.readVarInt(in);
        var entries = LinkedHashMap.<String, Value>newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            var name = text(in);
            entries.put(name, read(in));
        }
        return entries;
    }

    // What is ASCII is the same bytes either way, and quicker all at once than character by character.
    private static void text(WriteBuffer out, String text) {
        if (Bytes.utf8Length(text) == text.length()) {
            out.putVarInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        } else {
            StringDataType.INSTANCE.write(out, text);
        }
    }

    private static String text(ByteBuffer in) {
        return StringDataType.INSTANCE.read(in);
    }

    private static void number(WriteBuffer out, BigDecimal number) {
        out.putVarInt(number.scale() + 200);
        bytes(out, Bytes.taking(number.unscaledValue().toByteArray()));
    }

    private static BigDecimal number(ByteBuffer in) {
        int scale = DataUtils.readVarInt(in) - 200;
        return new BigDecimal(new BigInteger(bytes(in).copy()), scale);
    }

    static void bytes(WriteBuffer out, Bytes bytes) {
        out.putVarInt(bytes.length());
        out.put(bytes.copy());
    }

    static Bytes bytes(ByteBuffer in) {
        var content = new byte[DataUtils.readVarInt(in)];
        in.get(content);
        return Bytes.taking(content);
    }
}
