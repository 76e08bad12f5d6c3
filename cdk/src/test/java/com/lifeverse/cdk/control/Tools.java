package com.lifeverse.cdk.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What others made to check templates with, as {@code cdk/controls/package-lock.json} says; fetched once by npm. */
final class Tools {
    private static final Path HOME = Path.of("target", "controls").toAbsolutePath();
    private static final long PATIENCE_MINUTES = 5;

    private Tools() {}

    /** The directory of the packages. */
    static synchronized Path installed() throws IOException, InterruptedException {
        var lock = Assembly.repository().root().resolve("cdk/controls/package-lock.json");
        var done = HOME.resolve("installed.json");
        if (!Files.exists(done) || Files.mismatch(lock, done) >= 0) {
            Files.createDirectories(HOME);
            for (var file : List.of(lock, lock.resolveSibling("package.json"))) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            var log = HOME.resolve("npm.log");
            // Nothing of theirs runs while it is fetched, and the CDK that one of them wants beside it is not needed
            // here.
            var exit = run(log, HOME, "npm", "ci", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund");
            assertThat(exit).as(Files.readString(log)).isZero();
            Files.copy(lock, done, StandardCopyOption.REPLACE_EXISTING);
        }
        return HOME.resolve("node_modules");
    }

    /** Runs a command to its end and answers its exit code; what it prints goes to the file. */
    static int run(Path out, Path directory, String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command[0] + " did not end");
        }
        return process.exitValue();
    }
}
