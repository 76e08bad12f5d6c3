package com.lifeverse.local.dryrun;

import com.lifeverse.local.kernel.InputFile;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a file of the archive. */
final class Lines {
    private Lines() {}

    /**
     * Hands them over one by one, and closes the file.
     *
     * @param name what ends in {@code .gz} is unpacked
     * @throws InputFile.Unfit if it is not packed, or not whole
     */
    static void each(String name, InputStream file, Consumer<String> taker) throws IOException {
        try (var content = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                var lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    taker.accept(line);
                }
            }
        } catch (ZipException | EOFException e) {
            throw new InputFile.Unfit("%s cannot be unpacked: %s".formatted(name, e.getMessage()));
        }
    }
}
