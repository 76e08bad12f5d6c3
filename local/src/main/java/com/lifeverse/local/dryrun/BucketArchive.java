package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.replay.ArchiveSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The archive in the bucket of a local stack. */
public record BucketArchive(Files files, ArchiveSpan span) implements EventSource {
    /** What a bucket has. */
    public interface Files {
        /** The names of its files in a folder, in order. */
        List<String> in(String folder);

        byte[] content(String name);
    }

    @Override
    public void each(Consumer<String> taker) throws IOException {
        for (var folder : (Iterable<String>) span.folders()::iterator) {
            for (var file : files.in(folder)) {
                Lines.each(file, new ByteArrayInputStream(files.content(file)), taker);
            }
        }
    }
}
