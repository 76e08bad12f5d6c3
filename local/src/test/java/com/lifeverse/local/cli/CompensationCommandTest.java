package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
final class CompensationCommandTest {
    private static final Path FESTIVAL =
            Path.of(System.getProperty("lifeverse.home", "..")).resolve("live-events/weekend-festival.yaml");

    @TempDir
    private Path archive;

    @Test
    void thePlanNamesWhoWasThereWhatTheyMissedAndWhatWouldMakeUpForIt() throws IOException {
        hour(
                "17",
                event("session.started.v1", "a", "2026-12-05T17:30:00Z", ""),
                event("session.started.v1", "b", "2026-12-05T17:31:00Z", ""),
                event("trigger.fired.v1", "a", "2026-12-05T17:40:00Z", "festival-objective"),
                event("trigger.fired.v1", "a", "2026-12-05T17:41:00Z", "something-else"),
                event("session.ended.v1", "b", "2026-12-05T17:45:00Z", ""));
        hour("18", event("session.ended.v1", "a", "2026-12-05T18:01:00Z", ""));

        var out = run("--json");

        var result = Json.read(out).path("result");
        assertThat(result.path("players").asInt()).isEqualTo(1);
        var grant = result.at("/grants/0");
        assertThat(grant.path("playerId").asText()).isEqualTo("ply_a");
        assertThat(grant.path("missed").asText()).isEqualTo("PT1H30M");
        assertThat(grant.path("progressTheDayBefore").asInt()).isEqualTo(1);
        assertThat(grant.path("amount").asInt()).isEqualTo(150);
        assertThat(grant.path("source").asText())
                .isEqualTo("compensation/" + result.path("id").asText());
        assertThat(result.path("id").asText()).matches("weekend-festival-20261205t1800-[0-9a-f]{8}");
        assertThat(run()).contains("ply_a missed PT1H30M", "1 players, 150 coins");
    }

    private String run(String... more) {
        var out = new StringWriter();
        var arguments = new ArrayList<>(List.of(
                "compensation",
                "--event",
                FESTIVAL.toString(),
                "--archive",
                archive.toString(),
                "--from",
                "2026-12-05T18:00:00Z",
                "--to",
                "2026-12-05T19:30:00Z"));
        arguments.addAll(List.of(more));
        assertThat(Dev.run(new PrintWriter(out), arguments.toArray(String[]::new)))
                .isZero();
        return out.toString();
    }

    private void hour(String hour, String... lines) throws IOException {
        var folder = Files.createDirectories(archive.resolve("events/dt=2026-12-05/hr=" + hour));
        Files.writeString(folder.resolve("part-1.json"), String.join("\n", lines));
    }

    private static String event(String type, String who, String time, String trigger) {
        var event =
                Json.object().put("type", type).put("playerId", "ply_" + who).put("time", time);
        event.putObject("payload").put("sessionId", "ses_" + who).put("trigger", trigger);
        return event.toString();
    }
}
