package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.replay.ArchiveSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The archive, or a part of it, as a folder: as {@code aws s3 sync s3://BUCKET DIR} makes one. */
public record FolderArchive(Path folder, ArchiveSpan span) implements EventSource {
    @Override
    public void each(Consumer<String> taker) throws IOException {
        for (var name : (Iterable<String>) span.folders()::iterator) {
            for (var file : files(folder.resolve(name))) {
                Lines.each(file.toString(), Files.newInputStream(file), taker);
            }
        }
    }

    private static List<Path> files(Path hour) throws IOException {
        if (!Files.isDirectory(hour)) {
            return List.of();
        }
        try (var files = Files.list(hour)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
