package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Streams;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch of a stream under way: the pieces that are left of it, in order. Nothing behind a piece is tried before the
 * piece is done with.
 *
 * @param pieces what is left, never empty
 * @param end the sequence up to which the stream has been read for it, past records that no filter wanted
 */
record StreamBatch(List<Piece> pieces, long end) {
    /**
     * Records that go to the function together.
     *
     * @param retries how many of the allowed retries they have used
     */
    record Piece(List<Streams.Change> changes, int retries) {
        Piece {
            changes = List.copyOf(changes);
        }

        Piece retried() {
            return new Piece(changes, retries + 1);
        }
    }

    StreamBatch {
        pieces = List.copyOf(pieces);
    }

    static StreamBatch of(List<Streams.Change> changes, long end) {
        return new StreamBatch(List.of(new Piece(changes, 0)), end);
    }

    Piece first() {
        return pieces.getFirst();
    }

    boolean isLastPiece() {
        return pieces.size() == 1;
    }

    /** The batch without its first piece, which must not be the last one. */
    StreamBatch next() {
        return new StreamBatch(pieces.subList(1, pieces.size()), end);
    }

    StreamBatch withFirst(List<Piece> instead) {
        var all = new ArrayList<>(instead);
        all.addAll(pieces.subList(1, pieces.size()));
        return new StreamBatch(all, end);
    }

    /** The first piece cut in two. That is no retry. */
    StreamBatch bisected() {
        var changes = first().changes();
        int half = changes.size() / 2;
        return withFirst(List.of(
                new Piece(changes.subList(0, half), first().retries()),
                new Piece(changes.subList(half, changes.size()), first().retries())));
    }

    /** The first piece without its first {@code done} records. */
    StreamBatch from(int done) {
        var changes = first().changes();
        return withFirst(List.of(new Piece(changes.subList(done, changes.size()), first().retries())));
    }

    StreamBatch retried() {
        return withFirst(List.of(first().retried()));
    }
}
