package com.lifeverse.local.table.stream;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a stream's records are called, the same wherever they are shown. */
public final class RecordNames {
    private static final Pattern SEQUENCE_NUMBER = Pattern.compile("1(\\d{20})");

    private RecordNames() {}

    /** AWS's sequence numbers have 21 digits or more and sort as text. */
    public static String sequenceNumber(long sequence) {
        return String.format(Locale.ROOT, "1%020d", sequence);
    }

    /** What {@link #sequenceNumber} was made of; empty if it was made elsewhere. */
    public static OptionalLong sequence(String sequenceNumber) {
        var matcher = SEQUENCE_NUMBER.matcher(sequenceNumber);
        if (!matcher.matches()) {
            return OptionalLong.empty();
        }
        var digits = matcher.group(1).replaceFirst("^0+(?=\\d)", "");
        return digits.length() > 18 ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
    }

    /** INSERT, MODIFY or REMOVE. */
    public static String eventName(Change change) {
        if (change.before() == null) {
            return "INSERT";
        }
        return change.after() == null ? "REMOVE" : "MODIFY";
    }

    /** The same record has the same id, however often it is read. */
    public static String eventId(String streamArn, long sequence) {
        var name = (streamArn + "#" + sequence).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }
}
