package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.local.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever would like to be rewarded for what did not happen: each way in is tried, and nobody is given anything. */
@Tag("stack")
final class ForgedEventsTest {
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Path EVENTS =
            Path.of(System.getProperty("lifeverse.home", "..")).resolve("events");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));

    @AfterEach
    void nobodyWasGivenAnything() {
        game.stack().advance(Duration.ofMinutes(15));
        assertThat(game.stack()
                        .tables()
                        .scan(scan -> scan.tableName(game.stack().ref("TriggersTable")))
                        .items())
                // What is known of who has signed in is worth nothing, and the schedule comes with the code.
                .extracting(item ->
                        Optional.ofNullable(item.get("sk")).orElseThrow().s())
                .containsOnly("profile", "weekly-turn");
        game.close();
    }

    @Test
    void whatAPlayerOrAStrangerTellsIsNotHeard() {
        var player = game.signIn("hacked");
        var won = won(player, "match.ended.v1");
        var json = Map.of("content-type", "application/json");

        assertThat(game.send("POST", "/v1/events", json, won).status()).isEqualTo(403);
        assertThat(game.send("POST", "/v1/events", player.text("/accessToken"), won)
                        .status())
                .isEqualTo(403);
        for (var role : List.of("viewer", "author", "approver", "operator")) {
            assertThat(game.send("POST", "/v1/events", game.staff(role), won).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void whoCallsThemselvesAServerIsStillWhoeverSigned() {
        var player = game.signIn("hacked");
        var claimed = won(player, "match.ended.v1").replaceFirst("[{]", "{\"producer\":\"game-server\",");

        assertThat(game.send("POST", "/v1/events", player.text("/accessToken"), claimed)
                        .status())
                .isEqualTo(403);
        assertThat(game.tell(claimed).status()).isEqualTo(400);
    }

    @Test
    void aServerTellsWhatServersTellAndNothingThatOurOwnCodeReliesOn() throws IOException {
        var player = game.signIn("hacked");
        var others = typesOfOthers();

        assertThat(others).contains("trigger.fired.v1", "grant.made.v1", "milestone.reached.v1", "session.started.v1");
        for (var type : others) {
            assertThat(game.tell(won(player, type)).text("/type")).as(type).isEqualTo("/problems/producer-not-allowed");
        }
    }

    private static String won(Game.Answer player, String type) {
        return """
                {"type":"%s","playerId":"%s","deduplicationId":"m1",
                 "payload":{"matchId":"m1","mode":"duel","outcome":"win","durationSeconds":312}}""".formatted(type, player.text("/playerId"));
    }

    private static List<String> typesOfOthers() throws IOException {
        try (var folders = Files.list(EVENTS)) {
            return folders.filter(folder -> Files.exists(folder.resolve("event.yaml")))
                    .filter(folder -> !producers(folder).contains("game-server"))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    private static List<String> producers(Path folder) {
        try {
            return YAML.readTree(folder.resolve("event.yaml").toFile())
                    .path("producers")
                    .valueStream()
                    .map(producer -> producer.asText())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
