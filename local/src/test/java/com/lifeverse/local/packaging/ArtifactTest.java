package com.lifeverse.local.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes to Lambda: small, for it is fetched at each cold start, and without what would only slow the start. */
@Tag("stack")
final class ArtifactTest {
    private static final long MOST_BYTES = 20_000_000;
    private static final List<String> UNWANTED = List.of("io/netty/", "org/springframework/", "org/apache/http/");

    private static final Path LAMBDA =
            Path.of(System.getProperty("lifeverse.home", ".."), "functions", "target", "lambda");

    @Test
    void itIsAtMostTwentyMegabytesZipped() throws IOException {
        assertThat(zipped()).isBetween(MOST_BYTES / 10, MOST_BYTES);
    }

    @Test
    void noLibraryIsCompressedTwice() throws IOException {
        for (var library : libraries()) {
            try (var jar = new ZipFile(library.toFile())) {
                assertThat(jar.stream()).as(library.toString()).allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
            }
        }
    }

    @Test
    void noLibraryOfItIsOrHidesWhatOnlySlowsTheStart() throws IOException {
        var libraries = libraries();
        assertThat(libraries).hasSizeGreaterThan(10);
        for (var library : libraries) {
            try (var jar = new ZipFile(library.toFile())) {
                assertThat(jar.stream().map(ZipEntry::getName))
                        .as(library.toString())
                        .noneMatch(name -> UNWANTED.stream().anyMatch(name::contains));
            }
        }
    }

    private static List<Path> libraries() throws IOException {
        try (Stream<Path> files = Files.list(LAMBDA.resolve("lib"))) {
            return files.sorted().toList();
        }
    }

    /** How long the archive is that the CDK's command line would make of the directory. */
    private static long zipped() throws IOException {
        var length = new Length();
        try (var files = Files.walk(LAMBDA);
                var archive = new ZipOutputStream(length)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                archive.putNextEntry(new ZipEntry(LAMBDA.relativize(file).toString()));
                Files.copy(file, archive);
            }
        }
        return length.bytes;
    }

    private static final class Length extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) {
            bytes += count;
        }
    }
}
