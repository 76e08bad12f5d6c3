package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.local.liveops.EventFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Scripts from files of events. */
public final class ScriptFile {
    /** A file that nobody could publish. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(String message) {
            super(message);
        }
    }

    private ScriptFile() {}

    /**
     * Reads one; what it requires is looked for in the same folder.
     *
     * @param file with its whole path
     * @param home the checkout, which has the trigger that its progress goes by
     * @param from occurrences that are over by then are left out
     * @param many so many occurrences at most
     * @throws IllegalArgumentException if there is nothing to play
     * @throws Faulty if it, or what it requires, has an error
     */
    public static Script read(Path file, Path home, int players, long seed, Instant from, int many)
            throws IOException, Faulty {
        var folder = EventFolder.read(Objects.requireNonNull(file.getParent()), Optional.empty(), from);
        var event = sound(folder, file);
        var needed = new ArrayList<LiveEventFile>();
        for (var name : event.event().requires()) {
            needed.add(sound(folder, file.resolveSibling(name + ".yaml")));
        }
        var script = Script.of(event, needed, players, seed, from, many);
        var progress = event.event().progress();
        return progress.isEmpty() ? script : script.with(Part.of(progress.get().trigger(), home));
    }

    private static LiveEventFile sound(EventFolder folder, Path path) throws Faulty {
        var entry = folder.entries().stream()
                .filter(each -> each.path().toAbsolutePath().normalize().equals(path))
                .findFirst()
                .orElseThrow(() -> new Faulty("There is no event in " + path));
        if (!entry.isFine()) {
            var errors = entry.findings().stream()
                    .filter(Finding::isError)
                    .map(each -> "%s at %s: %s".formatted(each.code(), each.pointer(), each.message()))
                    .collect(Collectors.joining("; "));
            throw new Faulty("%s cannot be rehearsed: %s".formatted(path.getFileName(), errors));
        }
        return entry.read().orElseThrow();
    }
}
