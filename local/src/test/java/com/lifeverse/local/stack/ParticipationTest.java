package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.platform.json.ShippedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Players take part in the live events of the examples: over HTTP, by what game servers tell and triggers decide. */
@Tag("stack")
final class ParticipationTest {
    private static final Path HOME = Path.of(System.getProperty("lifeverse.home", ".."));

    @Test
    void aPlayerOfTheFestivalGetsWhatTheyReachOnceHoweverOftenTheyAsk() throws IOException {
        // A day before it begins in UTC, and so after it was announced everywhere.
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-03T12:00:00Z")))) {
            publish(game, "weekend-festival", "festival-objective");
            var anna = Guest.on(game, "anna", "switch");
            var bert = Guest.on(game, "bert", "web");
            game.stack().settle();

            assertThat(join(anna, "weekend-festival", "+25:00").status()).isEqualTo(400);
            assertThat(join(bert, "weekend-festival", "+02:00").text("/type"))
                    .isEqualTo("/problems/live-event-not-joinable");
            var joined = join(anna, "weekend-festival", "+02:00");
            assertThat(joined.status()).as(joined.response().body()).isEqualTo(201);
            assertThat(joined.text("/phase")).isEqualTo("preview");
            assertThat(joined.text("/startsAt")).isEqualTo("2026-12-04T16:00:00Z");
            assertThat(join(anna, "weekend-festival", "-05:00").text("/utcOffset"))
                    .isEqualTo("+02:00");

            play(game, anna, "festival", "too-early");
            game.stack().advance(Duration.ofHours(29));
            anna = Guest.on(game, "anna", "switch");
            bert = Guest.on(game, "bert", "web");
            for (int match = 1; match <= 3; match++) {
                play(game, anna, "festival", "match-" + match);
                play(game, anna, "festival", "match-" + match);
                play(game, bert, "festival", "other-" + match);
                game.stack().settle();
            }

            var standing = anna.send("GET", "/v1/live-events/weekend-festival/participation", "");
            assertThat(standing.text("/progress")).isEqualTo("3");
            assertThat(standing.text("/tiers/0/reached")).isEqualTo("true");
            assertThat(standing.text("/tiers/1/reached")).isEqualTo("false");
            assertThat(bert.send("GET", "/v1/live-events/weekend-festival/participation", "")
                            .status())
                    .isEqualTo(404);

            assertThat(claim(anna, "weekend-festival", "2026-12-04T18:00", 2).text("/type"))
                    .isEqualTo("/problems/tier-not-reached");
            var first = claim(anna, "weekend-festival", "2026-12-04T18:00", 1);
            assertThat(first.status()).as(first.response().body()).isEqualTo(200);
            var again = claim(anna, "weekend-festival", "2026-12-04T18:00", 1);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(first.json());
            game.stack().settle();
            assertThat(new TriggerDesk(game).gifts(anna.playerId())).containsExactly("1 lantern");

            var board = anna.send("GET", "/v1/live-events/weekend-festival/board", "");
            assertThat(board.text("/board/0/playerId")).isEqualTo(anna.playerId());
            assertThat(board.text("/board/0/progress")).isEqualTo("3");
            var seen =
                    game.get("/v1/live-events/weekend-festival/participants/" + anna.playerId(), game.staff("viewer"));
            assertThat(seen.text("/tiers/0/claimedAt")).isEqualTo(first.text("/tiers/0/claimedAt"));
            assertThat(game.get("/v1/live-event-goals/weekend-festival", anna.token())
                            .status())
                    .isEqualTo(404);
            assertThat(game.stack().faults().seen()).isEmpty();
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    @Test
    void whatCountsIsWhenItHappenedAndNotWhenItWasDecided() throws IOException {
        // Twenty minutes before it begins by anna's clocks.
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-04T15:40:00Z")))) {
            publish(game, "weekend-festival", "festival-objective");
            var anna = Guest.on(game, "anna", "switch");
            game.stack().settle();
            assertThat(join(anna, "weekend-festival", "+02:00").status()).isEqualTo(201);
            game.stack().advance(Duration.ofMinutes(50));
            anna = Guest.on(game, "anna", "switch");
            playAt(game, anna, "before", "2026-12-04T15:50:00Z");
            playAt(game, anna, "begun", "2026-12-04T16:10:00Z");
            game.stack().settle();
            assertThat(progress(anna)).isEqualTo("1");

            game.stack().advance(Duration.ofHours(54));
            anna = Guest.on(game, "anna", "switch");
            playAt(game, anna, "late", "2026-12-06T21:45:00Z");
            playAt(game, anna, "after", "2026-12-06T22:15:00Z");
            game.stack().settle();
            assertThat(progress(anna)).as("told while results are looked at").isEqualTo("2");
        }
    }

    @Test
    void toWhomItIsNotAnnouncedThereIsNoSuchEvent() throws IOException {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-11-10T12:00:00Z")))) {
            publish(game, "weekend-festival", "festival-objective");
            publish(game, "community-goal", "tree-planted");
            var anna = Guest.on(game, "anna", "switch");
            game.stack().settle();

            assertThat(answers(anna, "weekend-festival", "2026-12-04T18:00"))
                    .isEqualTo(answers(anna, "no-such-event", "2026-12-04T18:00"))
                    .allMatch(answer -> answer.startsWith("404 "));
            assertThat(answers(anna, "community-goal", "2000-01-01T00:00"))
                    .isEqualTo(answers(anna, "no-such-event", "2000-01-01T00:00"));
        }
    }

    /** What a player is answered who asks for all there is of an event. */
    private static List<String> answers(Guest player, String event, String occurrence) {
        var path = "/v1/live-events/" + event;
        var goal = "/v1/live-event-goals/" + event;
        var at = "?occurrence=" + occurrence;
        return Stream.of(
                        join(player, event, "+02:00"),
                        claim(player, event, occurrence, 1),
                        player.send("GET", path + "/participation", ""),
                        player.send("GET", path + "/participation" + at, ""),
                        player.send("GET", path + "/board", ""),
                        player.send("GET", path + "/board" + at, ""),
                        player.send("GET", goal, ""),
                        player.send("GET", goal + at, ""))
                .map(answer -> answer.status() + " " + answer.text("/type") + " " + answer.text("/detail"))
                .toList();
    }

    @Test
    void whoeverHelpedHasWhatAllReachTogether() throws IOException {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2027-03-20T13:00:00Z")))) {
            publish(game, "community-goal", "tree-planted");
            var anna = Guest.on(game, "anna");
            var bert = Guest.on(game, "bert");
            var cleo = Guest.on(game, "cleo");
            for (int tree = 0; tree < 4; tree++) {
                play(game, anna, "planting", "tree-" + tree);
            }
            play(game, bert, "planting", "tree-of-bert");
            game.stack().settle();
            assertThat(goal(game, anna).text("/total")).isEqualTo("0");

            game.stack().advance(Duration.ofMinutes(11));

            assertThat(goal(game, cleo).text("/total")).isEqualTo("5");
            assertThat(goal(game, cleo).text("/tiers/0/reached")).isEqualTo("true");
            assertThat(goal(game, cleo).text("/tiers/1/reached")).isEqualTo("false");
            assertThat(cleo.send("GET", "/v1/live-event-goals/community-goal?occurrence=2000-01-01T00:00", "")
                            .status())
                    .isEqualTo(404);
            assertThat(claim(bert, "community-goal", "2027-03-20T12:00", 1).text("/progress"))
                    .isEqualTo("1");
            assertThat(claim(cleo, "community-goal", "2027-03-20T12:00", 1).status())
                    .isEqualTo(404);
            game.stack().settle();
            assertThat(new TriggerDesk(game).gifts(bert.playerId())).containsExactly("1 seedling-hat");
            assertThat(new TriggerDesk(game).gifts(anna.playerId())).isEmpty();
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    /** Brings an example to players, with the trigger that says what counts; what takes a hundred thousand takes as few as five. */
    private static void publish(Game game, String event, String trigger) throws IOException {
        var file = (ObjectNode)
                ShippedFiles.yaml(Files.readString(HOME.resolve("live-events").resolve(event + ".yaml")));
        file.path("rewards").forEach(reward -> {
            if (reward.path("at").asLong() >= 100_000) {
                ((ObjectNode) reward).put("at", reward.path("at").asLong() / 20_000);
            }
        });
        change(game, event, "author", "ann", "", file.toString(), "0");
        change(game, event, "approver", "bea", "/approval", "{\"revision\":1}", "1");
        change(game, event, "operator", "cid", "/publication", "{\"revision\":1}", "2");
        new TriggerDesk(game)
                .publish(ShippedFiles.yaml(
                        Files.readString(HOME.resolve("triggers").resolve(trigger + ".yaml"))));
        game.stack().advance(Duration.ofSeconds(40));
    }

    private static void change(
            Game game, String event, String role, String name, String path, String body, String version) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + version + "\"");
        var answer = game.send("PUT", "/v1/live-events/" + event + path, headers, body);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 201);
    }

    private static Game.Answer join(Guest player, String event, String offset) {
        return player.send("POST", "/v1/live-events/" + event + "/participation", "{\"utcOffset\":\"" + offset + "\"}");
    }

    private static Game.Answer claim(Guest player, String event, String occurrence, int tier) {
        return player.send(
                "POST",
                "/v1/live-events/" + event + "/claims",
                "{\"occurrence\":\"%s\",\"tier\":%d}".formatted(occurrence, tier));
    }

    private static Game.Answer goal(Game game, Guest player) {
        return game.get("/v1/live-event-goals/community-goal", player.token());
    }

    private static String progress(Guest player) {
        return player.send("GET", "/v1/live-events/weekend-festival/participation", "")
                .text("/progress");
    }

    private static void playAt(Game game, Guest player, String match, String time) {
        var answer = game.tell("""
            {"type":"match.ended.v1","playerId":"%s","deduplicationId":"%2$s","time":"%3$s",
             "payload":{"matchId":"%2$s","mode":"festival","outcome":"loss","durationSeconds":312}}\
            """.formatted(player.playerId(), match, time));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(202);
    }

    private static void play(Game game, Guest player, String mode, String match) {
        game.tell("""
            {"type":"match.ended.v1","playerId":"%s","deduplicationId":"%2$s",
             "payload":{"matchId":"%2$s","mode":"%3$s","outcome":"loss","durationSeconds":312}}\
            """.formatted(player.playerId(), match, mode));
    }
}
