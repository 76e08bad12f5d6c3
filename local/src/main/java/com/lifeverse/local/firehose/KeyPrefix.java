package com.lifeverse.local.firehose;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the names of a stream's files begin with: a text in which <code>!{timestamp:FORMAT}</code> stands for a time in UTC. Without
 * any, the time comes behind it as {@code yyyy/MM/dd/HH/}. Other expressions are not held.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html">Custom prefixes for Amazon S3 objects</a>
 */
final class KeyPrefix {
    private static final Pattern EXPRESSION = Pattern.compile("!\\{([a-zA-Z]+):([^}]*)}");
    private static final DateTimeFormatter USUAL = format("yyyy/MM/dd/HH/");

    private sealed interface Part {
        record Text(String text) implements Part {}

        record Time(DateTimeFormatter format) implements Part {}
    }

    private final List<Part> parts;

    private KeyPrefix(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a prefix.
     *
     * @throws IllegalArgumentException if it has an expression that is not held, or a format that is none
     */
    static KeyPrefix parse(String text) {
        var parts = new ArrayList<Part>();
        var found = EXPRESSION.matcher(text);
        int from = 0;
        while (found.find()) {
            if (!found.group(1).equals("timestamp")) {
                throw new IllegalArgumentException("only timestamps are, not " + found.group());
            }
            parts.add(new Part.Text(text.substring(from, found.start())));
            parts.add(new Part.Time(format(found.group(2))));
            from = found.end();
        }
        parts.add(new Part.Text(text.substring(from)));
        if (from == 0) {
            parts.add(new Part.Time(USUAL));
        }
        return new KeyPrefix(parts);
    }

    String at(Instant time) {
        var text = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Text(var words) -> text.append(words);
                case Part.Time(var format) -> text.append(format.format(time));
            }
        }
        return text.toString();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }
}
