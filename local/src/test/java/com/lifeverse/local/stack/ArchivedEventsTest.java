package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.dryrun.BucketArchive;
import com.lifeverse.local.dryrun.DryRun;
import com.lifeverse.local.dryrun.Scratch;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What happened is in the archive: a dry run over it counts what the stack did, and what was missed is made up for by a replay. */
@Tag("stack")
final class ArchivedEventsTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final int PLAYERS = 6;

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));
    private final TriggerDesk desk = new TriggerDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void aDryRunOverTheArchiveCountsWhatTheStackDid() throws IOException {
        var triggers = List.of(
                trigger("counted", """
                        {"window": {"count": 2, "within": "PT6H"}, "limits": {"perPlayer": {"times": 2, "per": "P1D"}}}"""),
                trigger("capped", """
                        {"limits": {"perPlayer": {"times": 12, "per": "P1D"}, "global": {"times": 17, "per": "P1D"}}}"""),
                trigger("burst", """
                        {"limits": {"perPlayer": {"times": 9, "per": "P1D"}}, "pace": {"debounce": "PT25M"}}"""),
                trigger("batch", """
                        {"limits": {"perPlayer": {"times": 9, "per": "P1D"}}, "pace": {"batch": {"firings": 3, "within": "PT1H"}}}"""),
                trigger("missed", """
                        {"window": {"absence": {"detail-type": ["match.ended.v1"]}, "within": "PT45M", "frame": "sliding"},
                         "limits": {"perPlayer": {"times": 3, "per": "P1D"}}}"""),
                trigger("practised", """
                        {"player": {"counters": {"ranked-wins": [{"numeric": [">=", 4, "<", 8]}]}},
                         "limits": {"perPlayer": {"times": 9, "per": "P1D"}}}"""));
        publish(triggers.toArray(JsonNode[]::new));
        game.stack().advance(Duration.ofSeconds(11));
        var random = new Random(8);
        for (int match = 0; match < 60; match++) {
            game.stack().advance(Duration.ofSeconds(37L + random.nextInt(600)));
            game.tell("""
                    {"type": "match.ended.v1", "playerId": "ply_01a1fb98-ef50-78db-a03f-00000000000%d", "deduplicationId": "m%2$d",
                     "payload": {"matchId": "m%2$d", "mode": "ranked", "outcome": "win", "durationSeconds": 312}}\
                    """.formatted(random.nextInt(PLAYERS), match));
        }
        game.stack().advance(Duration.ofHours(3));
        // What was told last is not in a file yet.
        var end = game.stack().now();
        game.stack().advance(Duration.ofMinutes(6));

        for (var trigger : triggers) {
            var found = dryRun(trigger, end);
            assertThat(found.path("carriedOut").asLong())
                    .as(found.toString())
                    .isEqualTo(fired(trigger.path("trigger").asText(), end))
                    .isPositive();
        }
    }

    @Test
    void whatATriggerMissedIsMadeUpForOnceAndNothingIsDoneTwice() {
        var player = game.signIn("winner");
        game.win(player.text("/playerId"), "m1");
        game.stack().advance(Duration.ofMinutes(6));
        assertThat(gifts(player)).containsExactly("100 coins");
        publish(trigger("first-win-of-the-day", "{}"), trigger("medal", """
                {"effects": [{"grant": {"item": "medal", "amount": 1}}]}"""), trigger("everybody", """
                {"player": {"cohort": [{"numeric": [">=", 0]}]}, "effects": [{"grant": {"item": "pass", "amount": 1}}]}"""));
        game.stack().advance(Duration.ofSeconds(11));

        // Who the winner was then, nobody knows: a trigger that asks for it does not act on what is told again.
        assertThat(replay("author", "It was late.", "{}").status()).isEqualTo(403);
        var tomorrow = game.send("POST", "/v1/event-replays", game.staff("operator"), """
                {"from": "%s", "to": "%s", "note": "too early"}""".formatted(
                        START.plus(Duration.ofDays(1)), START.plus(Duration.ofDays(2))));
        assertThat(tomorrow.text("/violations/0/pointer")).isEqualTo("/from");
        var first = replay("operator", "It was late.", "{\"detail-type\": [\"match.ended.v1\"]}");
        assertThat(first.status()).isEqualTo(202);
        assertThat(replay("operator", "It was late.", "{\"detail-type\": [\"match.ended.v1\"]}")
                        .text("/replayId"))
                .isEqualTo(first.text("/replayId"));
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(1));
        assertThat(gifts(player)).containsExactly("1 medal", "100 coins");

        replay("operator", "And again.", "{}");
        game.stack().advance(Duration.ofMinutes(1));
        assertThat(gifts(player)).containsExactly("1 medal", "100 coins");
        assertThat(game.stack().workflows().list(game.stack().ref("eventreplayMachine")))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.status()).isEqualTo(Status.SUCCEEDED));
        game.stack().advance(Duration.ofMinutes(6));
        assertThat(lines().stream()
                        .filter(line -> line.contains("\"type\":\"match.ended.v1\""))
                        .toList())
                .as("nobody but the engine hears a replay")
                .hasSize(1);
        assertThat(lines().stream()
                        .filter(line -> line.contains("\"trigger\":\"medal\""))
                        .toList())
                .isNotEmpty()
                .allMatch(line -> line.contains("\"isReplay\":true"));
    }

    private JsonNode dryRun(JsonNode trigger, Instant end) throws IOException {
        if (!(TriggerFile.read(trigger.toString()) instanceof Reading.Sound(var file))) {
            throw new AssertionError("Not sound: " + trigger);
        }
        var span = new ArchiveSpan(START, end, Duration.ofHours(1));
        var plan = new DryRun.Plan(
                file,
                Optional.empty(),
                span,
                Policies.standard().of(TriggerPolicy.class),
                // As the stage dev sweeps.
                Duration.ofMinutes(10));
        try (var scratch = Scratch.open()) {
            var run = new DryRun(plan, scratch);
            new BucketArchive(new Files(), span).each(run::take);
            return run.end().document();
        }
    }

    private long fired(String trigger, Instant before) {
        return lines().stream()
                .map(Json::read)
                .filter(event -> event.path("type").asText().equals("trigger.fired.v1"))
                .filter(event -> event.at("/payload/trigger").asText().equals(trigger))
                .filter(event -> Instant.parse(event.path("time").asText()).isBefore(before))
                .count();
    }

    /** Every line of the archive. */
    private List<String> lines() {
        var lines = new ArrayList<String>();
        try {
            new BucketArchive(new Files(), new ArchiveSpan(START, game.stack().now(), Duration.ofHours(1)))
                    .each(lines::add);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    private final class Files implements BucketArchive.Files {
        private final String bucket = game.stack()
                .ref(Traces.of(game).buckets().stream()
                        .filter(id -> id.startsWith("Archive"))
                        .findFirst()
                        .orElseThrow());

        @Override
        public List<String> in(String folder) {
            return game
                    .stack()
                    .buckets()
                    .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(folder))
                    .contents()
                    .stream()
                    .map(S3Object::key)
                    .toList();
        }

        @Override
        public byte[] content(String name) {
            return game.stack()
                    .buckets()
                    .getObjectAsBytes(get -> get.bucket(bucket).key(name))
                    .asByteArray();
        }
    }

    private Game.Answer replay(String role, String note, String filter) {
        var body = Json.object()
                .put("from", START.toString())
                .put("to", START.plus(Duration.ofHours(1)).toString())
                .put("note", note);
        body.set("filter", Json.read(filter));
        return game.send("POST", "/v1/event-replays", game.staff(role), body.toString());
    }

    private void publish(JsonNode... triggers) {
        assertThat(desk.publication(triggers).status()).isEqualTo(200);
    }

    private List<String> gifts(Game.Answer player) {
        return desk.gifts(player.text("/playerId"));
    }

    /** A sound trigger at matches, but for what {@code more} says otherwise. */
    private static ObjectNode trigger(String name, String more) {
        var trigger = TriggerDesk.trigger(name, "match.ended.v1", """
                {"window": {"count": 1, "within": "P1D"}, "limits": {"perPlayer": {"times": 1, "per": "P1D"}}}""", """
                [{"grant": {"item": "coins", "amount": 100}}]""");
        trigger.setAll((ObjectNode) Json.read(more));
        return trigger;
    }
}
