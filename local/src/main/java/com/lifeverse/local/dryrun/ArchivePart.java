package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.replay.ArchiveSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What the archive has of a span of time, wherever the archive is. */
public record ArchivePart(ArchiveSpan span) {
    /** What happened from one moment to before another, and was told within {@code late}. */
    public static ArchivePart of(Instant from, Instant to, Duration late) {
        return new ArchivePart(new ArchiveSpan(from, to, late));
    }

    /** In a folder. */
    public EventSource in(Path folder) {
        return new FolderArchive(folder, span);
    }

    /** In a bucket. */
    public EventSource in(BucketArchive.Files files) {
        return new BucketArchive(files, span);
    }
}
