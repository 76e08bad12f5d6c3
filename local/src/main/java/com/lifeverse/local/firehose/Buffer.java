package com.lifeverse.local.firehose;

import com.lifeverse.local.kernel.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * What a stream has taken and not written yet, in the order in which it came. It is changed within writes of the store only, one at
 * a time.
 */
final class Buffer {
    /** In front of each record: when it came, as epoch milliseconds of this many hexadecimal digits. */
    private static final int DIGITS = 16;

    private final DeliveryStream stream;
    private final MVMap<Long, String> records;
    private long waiting;

    /**
     * What goes into one file.
     *
     * @param oldest when its first record came
     * @param last its last record
     */
    @SuppressWarnings("ArrayRecordComponent") // A carrier to one writer; nobody compares two of them.
    record Part(Instant oldest, long last, byte[] content) {}

    Buffer(DeliveryStream stream, Store store) {
        this.stream = stream;
        this.records = store.map("firehose/" + stream.name(), LongDataType.INSTANCE, StringDataType.INSTANCE);
        records.values().forEach(record -> waiting += length(record));
    }

    DeliveryStream stream() {
        return stream;
    }

    /** Takes a record. True if there is enough for a file now. */
    boolean add(Instant now, String record) {
        var next = records.lastKey() == null ? 1L : records.lastKey() + 1;
        var kept = "%016x%s".formatted(now.toEpochMilli(), record);
        records.put(next, kept);
        waiting += length(kept);
        return waiting >= stream.bytes();
    }

    /** When a file is to be written at the latest; empty if there is nothing for one. */
    Optional<Instant> due() {
        return Optional.ofNullable(records.firstKey())
                .flatMap(first -> Optional.ofNullable(records.get(first)))
                .map(first -> came(first).plus(stream.interval()));
    }

    /** What is to be written at {@code now}: nothing, if the oldest may wait longer and there is not enough. */
    Optional<Part> part(Instant now) {
        if (due().isEmpty() || (due().get().isAfter(now) && waiting < stream.bytes())) {
            return Optional.empty();
        }
        var content = new ByteArrayOutputStream();
        long size = 0;
        long last = records.firstKey();
        var oldest = due().get().minus(stream.interval());
        try (var lines = stream.zipped() ? new GZIPOutputStream(content) : content) {
            for (var key = records.firstKey(); key != null && size < stream.bytes(); key = records.higherKey(key)) {
                var record = String.valueOf(records.get(key));
                lines.write((record.substring(DIGITS) + stream.delimiter()).getBytes(StandardCharsets.UTF_8));
                size += length(record);
                last = key;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Part(oldest, last, content.toByteArray()));
    }

    /** What is in a file need not be kept any more. */
    void forget(Part part) {
        for (var key = records.firstKey(); key != null && key <= part.last(); key = records.firstKey()) {
            waiting -= length(String.valueOf(records.remove(key)));
        }
    }

    private static Instant came(String record) {
        return Instant.ofEpochMilli(Long.parseLong(record.substring(0, DIGITS), 16));
    }

    private static long length(String record) {
        return record.getBytes(StandardCharsets.UTF_8).length - (long) DIGITS;
    }
}
