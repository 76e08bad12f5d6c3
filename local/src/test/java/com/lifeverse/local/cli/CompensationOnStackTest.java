package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.stack.Game;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an incident has cost is reckoned from the archive, handed in, agreed to by somebody else, and made. */
@Tag("stack")
final class CompensationOnStackTest {
    private static final String PLAYER = "ply_019a9f2e-6c00-7a11-8b22-3c44d5e6f701";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-06T09:00:00Z")));

    @TempDir
    private Path folder = Path.of(".");

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void fromTheArchiveToTheGrants() throws IOException {
        var hour = Files.createDirectories(folder.resolve("events/dt=2026-12-05/hr=17"));
        var event = Json.object()
                .put("type", "session.started.v1")
                .put("playerId", PLAYER)
                .put("time", "2026-12-05T17:30:00Z");
        event.putObject("payload").put("sessionId", "ses_a");
        Files.writeString(hour.resolve("part-1.json"), event.toString());
        var plan = folder.resolve("plan.json");
        Files.writeString(
                plan,
                said(
                        Exit.FINE,
                        "--event",
                        Home.directory()
                                .resolve("live-events/weekend-festival.yaml")
                                .toString(),
                        "--archive",
                        folder.toString(),
                        "--from",
                        "2026-12-05T18:00:00Z",
                        "--to",
                        "2026-12-05T19:30:00Z",
                        "--json"));
        var id = Json.read(Files.readString(plan)).at("/result/id").asText();

        // Nobody has said why.
        onStack(Exit.FINDINGS, "submit", plan.toString(), "--as", "ann");
        assertThat(onStack(Exit.FINE, "submit", plan.toString(), "--reason", "Away.", "--as", "ann"))
                .contains(id + "  submitted  1 players, 150 coins, weekend-festival from 2026-12-05T18:00:00Z");
        var digest = Json.read(onStack(Exit.FINE, "status", id, "--json"))
                .at("/result/digest")
                .asText();
        // Not by who handed it in.
        onStack(Exit.FINDINGS, "approve", id, "--digest", digest, "--as", "ann");
        assertThat(onStack(Exit.FINE, "approve", id, "--digest", digest, "--as", "bea"))
                .contains("approved by bea");
        game.stack().settle();
        assertThat(onStack(Exit.FINE, "status", id)).contains("1 players have it, 150 coins; 0 were erased");
        assertThat(onStack(Exit.FINE, "status")).contains(id + "  made");

        onStack(Exit.FINE, "submit", plan.toString(), "--id", "again", "--reason", "Away.", "--as", "ann");
        assertThat(onStack(Exit.FINE, "recall", "again", "--as", "ann")).contains("recalled by ann");
        onStack(Exit.FINE, "submit", plan.toString(), "--id", "third", "--reason", "Away.", "--as", "ann");
        var third = Json.read(onStack(Exit.FINE, "status", "third", "--json"))
                .at("/result/digest")
                .asText();
        assertThat(onStack(Exit.FINE, "reject", "third", "--digest", third, "--reason", "Twice.", "--as", "bea"))
                .contains("rejected by bea: Twice.");
    }

    private String onStack(int exit, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--url");
        all.add(game.stack().baseUrl());
        return said(exit, all.toArray(String[]::new));
    }

    private static String said(int exit, String... arguments) {
        var all = new ArrayList<>(List.of("compensation"));
        all.addAll(List.of(arguments));
        var out = new StringWriter();
        assertThat(Dev.run(new PrintWriter(out), all.toArray(String[]::new)))
                .as(out.toString())
                .isEqualTo(exit);
        return out.toString();
    }
}
