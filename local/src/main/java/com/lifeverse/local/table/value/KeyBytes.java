package com.lifeverse.local.table.value;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Keys as bytes whose unsigned order is DynamoDB's: text by its UTF-8 bytes, numbers by value, binaries by bytes.
 * A hash key ends itself, so that hash and sort key can be joined and still sort as a pair.
 */
public final class KeyBytes {
    private static final int NEGATIVE = 0;
    private static final int ZERO = 1;
    private static final int POSITIVE = 2;

    private KeyBytes() {}

    /** A hash key: no encoded key is the beginning of another one. */
    public static Bytes hash(Value value) {
        var out = new ByteArrayOutputStream(32);
        switch (value) {
            case Value.S s -> closed(s.text().getBytes(StandardCharsets.UTF_8), out);
            case Value.B b -> closed(b.bytes().copy(), out);
            case Value.N n -> number(n.number(), out);
            case Value.Bool _, Value.Null _, Value.L _, Value.M _, Value.SS _, Value.NS _, Value.BS _ ->
                throw notAKey(value);
        }
        return Bytes.taking(out.toByteArray());
    }

    /** A sort key: text and binary as they are, so that a prefix of the value is a prefix of the bytes. */
    public static Bytes sort(Value value) {
        return switch (value) {
            case Value.S s -> Bytes.utf8(s.text());
            case Value.B b -> b.bytes();
            case Value.N n -> {
                var out = new ByteArrayOutputStream(24);
                number(n.number(), out);
                yield Bytes.taking(out.toByteArray());
            }
            case Value.Bool _, Value.Null _, Value.L _, Value.M _, Value.SS _, Value.NS _, Value.BS _ ->
                throw notAKey(value);
        };
    }

    // 00 becomes 00 FF and the end is 00 00: shorter text stays smaller, whatever follows it.
    private static void closed(byte[] content, ByteArrayOutputStream out) {
        for (byte each : content) {
            out.write(each);
            if (each == 0) {
                out.write(0xFF);
            }
        }
        out.write(0);
        out.write(0);
    }

    // 0.ddd x 10^e: sign, then e, then digits plus one and a closing zero; for negatives all of it the other way round.
    private static void number(BigDecimal number, ByteArrayOutputStream out) {
        if (number.signum() == 0) {
            out.write(ZERO);
            return;
        }
        boolean negative = number.signum() < 0;
        int flip = negative ? 0xFF : 0;
        out.write(negative ? NEGATIVE : POSITIVE);
        out.write((number.precision() - number.scale() + 129) ^ flip);
        var digits = number.unscaledValue().abs().toString();
        for (int i = 0; i < digits.length(); i++) {
            out.write((digits.charAt(i) - '0' + 1) ^ flip);
        }
        out.write(flip);
    }

    private static IllegalArgumentException notAKey(Value value) {
        return new IllegalArgumentException("No key can be of type " + value.type());
    }
}
