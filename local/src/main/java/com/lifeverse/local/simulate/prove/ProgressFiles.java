package com.lifeverse.local.simulate.prove;

import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where progress is kept, a file a check, so that a long proof that was interrupted goes on.
 *
 * @param directory made if it is not there
 */
public record ProgressFiles(Path directory) {
    /** How far the check came with these sources; nothing if it was others. */
    public Progress of(String check, String sources) {
        var file = file(check);
        if (!Files.exists(file)) {
            return Progress.none(check, sources);
        }
        try {
            var kept = Json.read(Files.readString(file), Progress.class);
            return kept.sources().equals(sources) ? kept : Progress.none(check, sources);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Keeps it; an interruption leaves this or the one before. */
    public void keep(Progress progress) {
        var file = file(progress.check());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(directory);
            Files.writeString(fresh, Json.text(progress));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private Path file(String check) {
        return directory.resolve(check + ".json");
    }
}
