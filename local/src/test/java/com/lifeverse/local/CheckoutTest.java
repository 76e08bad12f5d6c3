package com.lifeverse.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the compiler does not look at: the checkout's other files, and {@code ./dev} itself. */
@Tag("rules")
final class CheckoutTest {
    private static final Path HOME =
            Path.of(System.getProperty("lifeverse.home", "..")).toAbsolutePath().normalize();

    /** What is made, not written. */
    private static final Set<String> MADE = Set.of(".git", "target", "node_modules", "cdk.out");

    private static final Pattern CONFLICT = Pattern.compile("^(<{7} .*|={7}|\\|{7} .*|>{7} .*)\\R", Pattern.MULTILINE);

    @Test
    void noFileHasTheMarksOfAnUnfinishedMerge() throws IOException {
        var marked = new ArrayList<Path>();
        for (var file : written()) {
            if (CONFLICT.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .find()) {
                marked.add(HOME.relativize(file));
            }
        }
        assertThat(marked).isEmpty();
    }

    @Test
    void theMarksAreKnown() {
        for (var mark :
                List.of("<<<<<<" + "< HEAD\n", "=====" + "==\n", "|||||" + "|| base\n", ">>>>>" + ">> main\r\n")) {
            assertThat(CONFLICT.matcher("one\n" + mark + "two\n").find())
                    .as(mark)
                    .isTrue();
        }
    }

    @Test
    void theShellCanReadDev() throws Exception {
        assertThat(run("bash", "-n", "dev").code()).isZero();
    }

    @Test
    void anUnknownCommandIsAMatterOfUsageAndOneDocumentIfThatWasAskedFor() throws Exception {
        var answer = run("./dev", "no\"pe", "--json");
        assertThat(answer.code()).isEqualTo(2);
        var document = Json.read(answer.out());
        assertThat(document.path("command").asText()).isEqualTo("no\"pe");
        assertThat(document.path("ok").asBoolean(true)).isFalse();
        assertThat(document.at("/findings/0/code").asText()).isEqualTo("usage");
        assertThat(run("./dev", "nope").out()).isEmpty();
    }

    private record Answer(int code, String out) {}

    private static Answer run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out);
    }

    private static List<Path> written() throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(HOME, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                boolean isKept = directory.equals(HOME.resolve("data"));
                return isKept || MADE.contains(String.valueOf(directory.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
