package com.lifeverse.local.table.value;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Keys as bytes whose unsigned order is DynamoDB's: text by its UTF-8 bytes, numbers by value, binaries by bytes.
 * An encoded key ends itself, so that several can be joined and still sort one after the other.
 */
public final class KeyBytes {
    private static final int NEGATIVE = 0;
    private static final int ZERO = 1;
    private static final int POSITIVE = 2;

    private KeyBytes() {}

    /** The whole of {@code value}: no encoded key is the beginning of another one. */
    public static Bytes of(Value value) {
        var out = new ByteArrayOutputStream(32);
        beginning(value, out);
        if (value.type() != Value.Type.N) {
            out.write(0);
            out.write(0);
        }
        return Bytes.taking(out.toByteArray());
    }

    /** What all text or binaries that start with {@code prefix} have in common. */
    public static Bytes beginning(Value prefix) {
        var out = new ByteArrayOutputStream(32);
        beginning(prefix, out);
        return Bytes.taking(out.toByteArray());
    }

    private static void beginning(Value value, ByteArrayOutputStream out) {
        switch (value) {
            case Value.S s -> escaped(s.text().getBytes(StandardCharsets.UTF_8), out);
            case Value.B b -> escaped(b.bytes().copy(), out);
            case Value.N n -> number(n.number(), out);
            case Value.Bool _, Value.Null _, Value.L _, Value.M _, Value.SS _, Value.NS _, Value.BS _ ->
                throw new IllegalArgumentException("No key can be of type " + value.type());
        }
    }

    // 00 becomes 00 FF and the end is 00 00: shorter text stays smaller, whatever follows it.
    private static void escaped(byte[] content, ByteArrayOutputStream out) {
        for (byte each : content) {
            out.write(each);
            if (each == 0) {
                out.write(0xFF);
            }
        }
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
}
