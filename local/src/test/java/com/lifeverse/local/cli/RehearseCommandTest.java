package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("stack")
final class RehearseCommandTest {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void anEventIsPlayedAndItsReportsAreWritten() throws IOException {
        var file = race("activeTo: \"2027-03-08T00:00\"");
        var said = run(
                Exit.FINE,
                file.toString(),
                "--players",
                "3",
                "--out",
                folder.resolve("out").toString(),
                "--json");

        assertThat(Json.read(said).at("/result/transitions")).hasSize(5);
        assertThat(Json.read(Files.readString(folder.resolve("out/report.json"))))
                .isEqualTo(Json.read(said));
        assertThat(folder.resolve("out/report.html")).content().contains("Rehearsal of weekly-race");
    }

    @Test
    void whatCannotBeRehearsedIsRefusedAtOnce() throws IOException {
        var file = race("activeTo: \"2027-12-01T00:00\"");
        run(Exit.USAGE, folder.resolve("nowhere.yaml").toString());
        run(Exit.USAGE, file.toString(), "--players", "0");
        run(Exit.USAGE, file.toString(), "--from", "tomorrow");
        run(Exit.USAGE, file.toString(), "--from", "2028-01-01T00:00:00Z");
        Files.writeString(file, Files.readString(file).replace("[competitive]", "[kompetitive]"));
        assertThat(run(Exit.FINDINGS, file.toString(), "--json")).contains("unknown-label");
    }

    private Path race(String until) throws IOException {
        var text = Files.readString(Home.directory().resolve("live-events/weekly-race.yaml"));
        var file = folder.resolve("weekly-race.yaml");
        Files.writeString(
                file,
                text.replace("activeTo: \"2027-12-01T00:00\", except: [\"2027-04-11T19:00\"]", until)
                        .replace("preview: P1D", "preview: PT1H")
                        .replace("review: PT12H", "review: PT1H"));
        return file;
    }

    private static String run(int exit, String... words) {
        var out = new StringWriter();
        var all = new String[words.length + 1];
        all[0] = "rehearse";
        System.arraycopy(words, 0, all, 1, words.length);
        assertThat(Dev.run(new PrintWriter(out), all)).as(out.toString()).isEqualTo(exit);
        return out.toString();
    }
}
