package com.lifeverse.liveops.timeline.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lifeverse.liveops.timeline.Bundle;
import com.lifeverse.liveops.timeline.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code that the docs give to clients, run as it stands there. */
@Tag("contracts")
final class TimelineChecksTest {
    private static final Ed25519Seal SEAL =
            new Ed25519Seal("sixty-four-random-characters-of-a-stage-and-of-no-other-0123456");
    private static final Bundle.Signed SIGNED =
            SEAL.sign(new Sheet(Instant.parse("2026-12-05T12:00:00Z"), Map.of("title", "Bäume", "version", 3)));

    @TempDir
    private Path folder = Path.of(".");

    @Test
    void javaTellsASignedBodyFromAnAlteredOne() throws Exception {
        var program = """
                public class Check {
                %s
                    public static void main(String[] a) throws Exception {
                        System.out.println(isSigned(java.nio.file.Files.readAllBytes(java.nio.file.Path.of(a[0])), a[1], a[2]));
                    }
                }
                """.formatted(block("java"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        check(program, "Check.java", java);
    }

    @Test
    void javaScriptTellsASignedBodyFromAnAlteredOne() throws Exception {
        var node = "node";
        assumeTrue(runs(node, "--version"));
        var program = block("js")
                + "\nimport { readFileSync } from 'node:fs';"
                + "\nconst [path, jws, x] = process.argv.slice(2);"
                + "\nconsole.log(await isSigned(new Uint8Array(readFileSync(path)), jws, x));\n";

        check(program, "check.mjs", node);
    }

    @Test
    void pythonTellsASignedBodyFromAnAlteredOne() throws Exception {
        assumeTrue(runs("python3", "-c", "import cryptography"));
        var program = block("python")
                + "\nimport sys\nprint(str(is_signed(open(sys.argv[1], 'rb').read(), sys.argv[2], sys.argv[3])).lower())\n";

        check(program, "check.py", "python3");
    }

    private void check(String program, String name, String runtime) throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve(name), program);
        var good = Files.writeString(folder.resolve("good.json"), SIGNED.body());
        var bad = Files.writeString(folder.resolve("bad.json"), SIGNED.body().replace("3", "4"));
        var x = SEAL.keys().replaceFirst(".*\"x\":\"", "").replaceFirst("\".*", "");

        assertThat(said(runtime, file.toString(), good.toString(), SIGNED.signature(), x))
                .isEqualTo("true");
        assertThat(said(runtime, file.toString(), bad.toString(), SIGNED.signature(), x))
                .isEqualTo("false");
        for (var none : List.of(SIGNED.signature() + ".more", "nonsense")) {
            assertThat(said(runtime, file.toString(), good.toString(), none, x))
                    .as(none)
                    .isEqualTo("false");
        }
    }

    private static String block(String language) throws IOException {
        var page = Files.readString(Path.of(System.getProperty("lifeverse.home", ".."))
                .resolve("docs/systems/server-side-event-management.md"));
        int start = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(start, page.indexOf("\n```", start));
    }

    private static boolean runs(String... words) throws InterruptedException {
        try {
            var process = new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static String said(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(List.of(words)).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(process.waitFor())
                .as(new String(process.getErrorStream().readAllBytes(), UTF_8))
                .isZero();
        return said;
    }
}
