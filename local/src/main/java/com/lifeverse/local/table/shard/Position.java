package com.lifeverse.local.table.shard;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place between two records of a stream. As a shard iterator it holds all that is needed to go on from there, so
 * nothing has to be kept of it.
 *
 * @param after the sequence number of the last record that has been read
 * @param since when the iterator was given out
 */
record Position(String streamArn, long after, Instant since) {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Pattern FORM = Pattern.compile("(arn:[^|]+)\\|1\\|([A-Za-z0-9_-]+)");
    private static final Pattern INSIDE = Pattern.compile("(\\d{1,18}) (\\d{1,15})");

    static Optional<Position> parse(String iterator) {
        var form = FORM.matcher(iterator);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            var inside =
                    INSIDE.matcher(new String(Base64.getUrlDecoder().decode(form.group(2)), StandardCharsets.UTF_8));
            return inside.matches()
                    ? Optional.of(new Position(
                            form.group(1),
                            Long.parseLong(inside.group(1)),
                            Instant.ofEpochMilli(Long.parseLong(inside.group(2)))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The iterator that stands for this place. */
    String iterator() {
        var inside = after + " " + since.toEpochMilli();
        return streamArn + "|1|"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(inside.getBytes(StandardCharsets.UTF_8));
    }

    boolean isExpired(Instant now) {
        return since.plus(LIFE).isBefore(now);
    }
}
