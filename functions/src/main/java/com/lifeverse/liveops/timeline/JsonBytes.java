package com.lifeverse.liveops.timeline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many bytes plain Java has as JSON in UTF-8 without spaces, to the byte what writing it would give. */
final class JsonBytes {
    private static final int FIRST_PRINTABLE = 0x20;

    private JsonBytes() {}

    static long of(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> map -> {
                long bytes = 2L + Math.max(0, map.size() - 1);
                for (var entry : map.entrySet()) {
                    bytes += of(entry.getKey()) + 1 + of(entry.getValue());
                }
                yield bytes;
            }
            case Iterable<?> list -> {
                long bytes = 1;
                for (var each : list) {
                    bytes += of(each) + 1;
                }
                yield Math.max(2, bytes);
            }
            case null, default -> String.valueOf(value).length();
        };
    }

    private static long text(String text) {
        return 2 + text.codePoints().mapToLong(JsonBytes::character).sum();
    }

    private static int character(int code) {
        if (code < FIRST_PRINTABLE) {
            return switch (code) {
                case '\b', '\t', '\n', '\f', '\r' -> 2;
                default -> 6;
            };
        }
        if (code == '"' || code == '\\') {
            return 2;
        }
        if (code < 0x80) {
            return 1;
        }
        if (code < 0x800) {
            return 2;
        }
        if (code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
            // Alone it is no character: a question mark is written for it.
            return 1;
        }
        return code < Character.MIN_SUPPLEMENTARY_CODE_POINT ? 3 : 4;
    }
}
