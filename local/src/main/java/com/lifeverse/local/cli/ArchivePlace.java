package com.lifeverse.local.cli;

import com.lifeverse.local.dryrun.ArchivePart;
import com.lifeverse.local.dryrun.BucketArchive;
import com.lifeverse.local.dryrun.DryRun;
import com.lifeverse.local.dryrun.Samples;
import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Where a command finds the archive of events. */
final class ArchivePlace {
    private static final String EVENTS = "events/";

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "The archive as a folder, as 'aws s3 sync s3://BUCKET DIR' makes one.")
    private @Nullable Path archive;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data of a local stack that is down, as ./dev up --data DIR keeps them.")
    private @Nullable Path data;

    /** Hands over the samples if there are any, else the archive's events of a span. */
    void read(Optional<Samples> samples, DryRun.Plan plan, Consumer<String> taker) throws IOException, Exit.Usage {
        if (samples.isPresent()) {
            samples.get().each(taker);
        } else if (archive == null && data == null) {
            throw new Exit.Usage("Say where the events are: --archive DIR, --data DIR or --samples FILE");
        } else {
            read(plan.part(), taker);
        }
    }

    /** Hands over the archive's events of a span. */
    void read(ArchivePart part, Consumer<String> taker) throws IOException, Exit.Usage {
        if (archive != null) {
            var folder = Home.resolve(archive);
            if (!Files.isDirectory(folder)) {
                throw new Exit.Usage("'%s' is not a folder".formatted(archive));
            }
            part.in(folder).each(taker);
        } else if (data != null) {
            var directory = Home.resolve(data);
            if (!Files.isDirectory(directory)) {
                throw new Exit.Usage("'%s' is not a folder".formatted(data));
            }
            if (!Store.isIn(directory)) {
                throw new Exit.Usage("'%s' has no data of a local stack".formatted(data));
            }
            read(directory, part, taker);
        } else {
            throw new Exit.Usage("Say where the events are: --archive DIR or --data DIR");
        }
    }

    private static void read(Path directory, ArchivePart part, Consumer<String> taker) throws IOException {
        try (var store = Store.in(directory)) {
            var buckets = new Buckets(store, InstantSource.system());
            var s3 = buckets.client(Caller.unrestricted());
            for (var bucket : buckets.names()) {
                if (!keys(s3, bucket, EVENTS).isEmpty()) {
                    part.in(new InBucket(s3, bucket)).each(taker);
                }
            }
        }
    }

    private static List<String> keys(S3Client s3, String bucket, String prefix) {
        return s3.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private record InBucket(S3Client s3, String bucket) implements BucketArchive.Files {
        @Override
        public List<String> in(String folder) {
            return keys(s3, bucket, folder);
        }

        @Override
        public byte[] content(String name) {
            return s3.getObjectAsBytes(get -> get.bucket(bucket).key(name)).asByteArray();
        }
    }
}
