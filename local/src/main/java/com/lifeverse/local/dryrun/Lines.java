package com.lifeverse.local.dryrun;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The lines of a file of the archive. */
final class Lines {
    private Lines() {}

    /** Hands them over one by one, and closes the file. */
    static void each(InputStream file, boolean zipped, Consumer<String> taker) throws IOException {
        try (var content = zipped ? new GZIPInputStream(file) : file;
                var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    taker.accept(line);
                }
            }
        }
    }
}
