package com.lifeverse.local.tour;

import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What of the tour is done, kept beside the stack's data so that a killed tour can go on. */
final class Journal {
    private final Optional<Path> file;
    private final List<Exchange> done;

    private Journal(Optional<Path> file, List<Exchange> done) {
        this.file = file;
        this.done = new ArrayList<>(done);
    }

    static Journal inMemory() {
        return new Journal(Optional.empty(), List.of());
    }

    /** The journal of a data directory; empty if the tour has not begun there. */
    static Journal in(Path directory) throws IOException {
        var file = directory.resolve("tour.json");
        if (!Files.exists(file)) {
            return new Journal(Optional.of(file), List.of());
        }
        return new Journal(Optional.of(file), List.of(Json.read(Files.readString(file), Exchange[].class)));
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
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.writeString(next, Json.node(done).toPrettyString());
            Files.move(next, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the tour's journal " + target, e);
        }
    }
}
