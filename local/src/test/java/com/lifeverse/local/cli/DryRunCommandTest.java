package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
class DryRunCommandTest {
    private static final Path TRIGGER =
            Home.directory().resolve("triggers/first-win-of-the-day.yaml").toAbsolutePath();
    private static final String SAMPLES = Home.directory()
            .resolve("events/match.ended.v1/samples")
            .toAbsolutePath()
            .toString();

    @TempDir
    private Path folder;

    private int code;

    private String run(String... words) {
        var out = new StringWriter();
        code = Dev.run(new PrintWriter(out), words);
        return out.toString();
    }

    @Test
    void samplesAreTriedWithoutAStack() {
        var said = run("dry-run", TRIGGER.toString(), "--samples", SAMPLES);
        assertThat(code).isEqualTo(Exit.FINE);
        assertThat(said).contains("carried out").contains("a 1,000 events").contains("a month");
    }

    @Test
    void whatWouldNotBePublishedIsTriedAndSaysSo() throws IOException {
        var ownerless = Files.writeString(
                folder.resolve("ownerless.yaml"),
                Files.readString(TRIGGER).replaceFirst("owner: .*", "owner: nobody-knows-them"));
        assertThat(run("dry-run", ownerless.toString(), "--samples", SAMPLES))
                .contains("carried out", "! It would not be published: /owner");
        assertThat(run("dry-run", TRIGGER.toString(), "--samples", SAMPLES)).doesNotContain("not be published");
    }

    @Test
    void whatIsNotArchivedIsSaid() throws IOException {
        var changes = Files.writeString(
                folder.resolve("changes.yaml"),
                Files.readString(TRIGGER).replace("match.ended.v1", "profile.changed.v1"));
        assertThat(run("dry-run", changes.toString(), "--samples", SAMPLES))
                .contains("! The archive has no profile.changed.v1");
    }

    @Test
    void aVersionThatDiffersIsAFinding() throws IOException {
        var other = Files.writeString(
                folder.resolve("other.yaml"), Files.readString(TRIGGER).replace("count: 1", "count: 2"));
        var json = Json.read(
                run("dry-run", other.toString(), "--against", TRIGGER.toString(), "--samples", SAMPLES, "--json"));
        assertThat(code).isEqualTo(Exit.FINDINGS);
        assertThat(json.at("/result/difference/changes").toString()).contains("fired -> counted");
        assertThat(json.at("/result/against/carriedOut").asLong()).isPositive();
    }

    @Test
    void aVersionThatIsToFollowIsComparedWithTheCurrentOneWhateverItsStage() throws IOException {
        var both = Files.writeString(
                folder.resolve("both.yaml"),
                Files.readString(TRIGGER) + "next: { stage: draft, window: { count: 2, within: P1D } }\n");
        var json = Json.read(run("dry-run", both.toString(), "--samples", SAMPLES, "--json"))
                .path("result");
        assertThat(code).isEqualTo(Exit.FINDINGS);
        assertThat(json.at("/difference/changes").toString()).contains("fired -> counted");
        assertThat(json.path("version")).isNotEqualTo(json.at("/against/version"));
        assertThat(json.at("/against/first/0/has")).isEqualTo(json.at("/against/version"));
    }

    @Test
    void theArchiveIsReadFromAFolder() throws IOException {
        var hour = Files.createDirectories(folder.resolve("events/dt=2026-11-20/hr=10"));
        Files.write(
                hour.resolve("part-1.json"),
                List.of(win("2026-11-20T10:05:00Z", "m1"), win("2026-11-20T10:06:00Z", "m2"), "no event"));
        var json = Json.read(run(
                "dry-run",
                TRIGGER.toString(),
                "--archive",
                folder.toString(),
                "--from",
                "2026-11-20T10:00:00Z",
                "--to",
                "2026-11-21T10:00:00Z",
                "--json"));
        assertThat(code).isEqualTo(Exit.FINE);
        var result = json.path("result");
        assertThat(result.at("/events/broken").asInt()).isEqualTo(1);
        assertThat(result.at("/byEvents/fired").asInt()).isEqualTo(1);
        assertThat(result.at("/byEvents/capped").asInt()).isEqualTo(1);
        assertThat(result.at("/cost/perMonth").asDouble())
                .isCloseTo(result.at("/cost/perDay").asDouble() * 30, within(1e-7));
        assertThat(result.at("/cost/busiestDay/day").asText()).isEqualTo("2026-11-20");
    }

    @Test
    void aBreakerThatWouldOpenIsSaid() throws IOException {
        var hasty = Files.writeString(
                folder.resolve("hasty.yaml"),
                Files.readString(TRIGGER)
                        .replaceFirst(
                                "limits: .*",
                                "limits: { perPlayer: { times: 100, per: P1D }, budget: { usd: 0.01, per: P1D, burnRate: 2 } }"));
        var hour = Files.createDirectories(folder.resolve("events/dt=2026-11-20/hr=10"));
        Files.write(
                hour.resolve("part-1.json"),
                IntStream.range(0, 90)
                        .mapToObj(number -> win("2026-11-20T10:05:00Z", "m" + number))
                        .toList());
        var said = run(
                "dry-run",
                hasty.toString(),
                "--archive",
                folder.toString(),
                "--from",
                "2026-11-20T10:00:00Z",
                "--to",
                "2026-11-21T10:00:00Z");
        assertThat(code).isEqualTo(Exit.FINE);
        assertThat(said)
                .contains("fired 69", "held-by-breaker 21")
                .contains("its breaker opens at 2026-11-20T10:05:00Z and stays so: $0.00084 in PT1H");
    }

    @Test
    void whatIsMissingIsSaid() {
        run("dry-run", TRIGGER.toString());
        assertThat(code).isEqualTo(Exit.USAGE);
        run("dry-run", "no-such-trigger", "--samples", SAMPLES);
        assertThat(code).isEqualTo(Exit.USAGE);
        run("dry-run", TRIGGER.toString(), "--from", "yesterday", "--to", "2026-11-21T10:00:00Z", "--archive", ".");
        assertThat(code).isEqualTo(Exit.USAGE);
        assertThat(run("dry-run", "/tmp/nope.yaml", "--json")).contains("There is no file /tmp/nope.yaml");
        assertThat(code).isEqualTo(Exit.USAGE);
    }

    @Test
    void aPatternThatTheMatcherRefusesIsSaidWithItsPlace() throws IOException {
        var bad = folder.resolve("bad.yaml");
        Files.writeString(
                bad,
                Files.readString(TRIGGER)
                        .replace("outcome: [win]", "outcome: [{ prefixx: w }]")
                        .replace("outcome: [\"win\"]", "outcome: [{ prefixx: w }]"));

        assertThat(run("dry-run", bad.toString(), "--samples", SAMPLES, "--json"))
                .contains("/when: Unrecognized match type prefixx")
                .doesNotContain("\tat ");
        assertThat(code).isEqualTo(Exit.FINDINGS);
    }

    private static String win(String time, String match) {
        return """
                {"id":"evt_%2$s","type":"match.ended.v1","version":1,"time":"%1$s","playerId":"ply_1","deduplicationId":"%2$s",\
                "producer":"game-server","payload":{"matchId":"%2$s","outcome":"win"}}""".formatted(time, match);
    }
}
