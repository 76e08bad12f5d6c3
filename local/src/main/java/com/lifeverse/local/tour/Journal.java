package com.lifeverse.local.tour;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of the tour is done, kept beside the stack's data so that a killed tour can go on. */
final class Journal {
    /** What is kept: when the tour began, and what is done of it. */
    private record Content(Instant startedAt, List<Exchange> done) {}

    private final Optional<Path> file;
    private final Instant startedAt;
    private final List<Exchange> done;

    private Journal(Optional<Path> file, Instant startedAt, List<Exchange> done) {
        this.file = file;
        this.startedAt = startedAt;
        this.done = new ArrayList<>(done);
    }

    /** When the tour began; its stack's time stands there, so that nothing lapses while a killed tour rests. */
    Instant startedAt() {
        return startedAt;
    }

    static Journal inMemory(Instant now) {
        return new Journal(Optional.empty(), now, List.of());
    }

    /**
     * The journal of a data directory; of one where no tour has begun, one that begins {@code now}.
     *
     * @throws IOException if the directory cannot be used, or what is there is no journal
     */
    static Journal in(Path directory, Instant now) throws IOException {
        PrivateDirectory.make(directory);
        var file = directory.resolve("tour.json");
        if (!Files.exists(file)) {
            var fresh = new Journal(Optional.of(file), now, List.of());
            fresh.write(file);
            return fresh;
        }
        try {
            var content = Json.read(Files.readString(file), Content.class);
            return new Journal(Optional.of(file), content.startedAt(), content.done());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no journal of a tour", e);
        }
    }

    List<Exchange> done() {
        return List.copyOf(done);
    }

    /** Adds a step that is done; it is kept whole or not at all. */
    void add(Exchange exchange) {
        done.add(exchange);
        file.ifPresent(this::write);
    }

    private void write(Path target) {
        try {
            var next = target.resolveSibling("tour.json.next");
            Files.writeString(next, Json.node(new Content(startedAt, done)).toPrettyString());
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the tour's journal " + target, e);
        }
    }
}
