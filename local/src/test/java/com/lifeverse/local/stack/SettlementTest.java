package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An occurrence runs itself: messages at their time, and in the end whoever is owed something gets it, once. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class SettlementTest {
    private static final String SETTLEMENTS = "/v1/live-events/feast/settlements";

    private Game game;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Festival.NOON.plusSeconds(1)));
        Festival.publish(game);
    }

    @AfterEach
    void stop() {
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void whoTakesPartIsToldWhenItIsTime() {
        var player = game.signIn("ada");
        Festival.joins(game.stack(), player.text("/playerId"), 0);
        game.stack().advance(Duration.ofMinutes(80));
        assertThat(messages()).isEmpty();
        game.stack().advance(Duration.ofMinutes(11));
        assertThat(messages()).containsExactly("feast-soon");
        assertThat(run("event-run").at("/progress/state").asText()).isEqualTo("Await");
        game.stack().advance(Duration.ofMinutes(91));
        assertThat(messages()).containsExactly("feast-over", "feast-soon");
    }

    @Test
    void rewardsAreSettledByThemselvesWhenTheLastPlaceIsThrough() {
        Festival.crowd(game.stack(), 700);
        game.stack().advance(Duration.ofMinutes(71));
        assertThat(Festival.settlements(game)).isEmpty();
        game.stack().advance(Duration.ofHours(3));

        assertThat(run("event-run").at("/output/settlement").asText()).isEqualTo(Festival.RUN);
        assertThat(run("reward-settlement").path("status").asText()).isEqualTo("succeeded");
        var settlement = Festival.settlements(game).path(0);
        long entitled = IntStream.range(0, 700).map(Festival::entitled).sum();
        assertThat(settlement.path("state").asText()).isEqualTo("settled");
        assertThat(settlement.path("players").asLong()).isEqualTo(700);
        assertThat(settlement.path("entitled").asLong()).isEqualTo(entitled);
        assertThat(settlement.path("claimed").asLong()).isEqualTo(entitled);
        assertEverybodyHasWhatTheyAreOwedOnce(700);
        assertThat(game.stack()
                        .buckets()
                        .listObjectsV2(list -> list.bucket(files()).prefix("settlements/"))
                        .contents())
                .as("files name players, and go when it is closed")
                .isEmpty();
        assertThat(results())
                .as("what each call came to stays for a while, and names nobody")
                .isNotEmpty();
        assertThat(results()).noneMatch(result -> result.contains("ply_"));
    }

    @Test
    void operatorsSettleByHandOnceItIsOverAndNothingIsGivenTwice() {
        Festival.crowd(game.stack(), 40);
        assertThat(settle("operator").text("/type")).isEqualTo("/problems/live-event-not-over");
        assertThat(settle("viewer").status()).isEqualTo(403);
        game.stack().advance(Duration.ofHours(4));
        assertThat(settle("operator").text("/settlement")).isEqualTo(Festival.RUN + "-2");
        game.stack().advance(Duration.ofMinutes(5));

        assertThat(StreamSupport.stream(Festival.settlements(game).spliterator(), false)
                        .map(settlement -> settlement.path("state").asText()))
                .containsExactly("settled", "settled");
        assertEverybodyHasWhatTheyAreOwedOnce(40);
    }

    @Test
    void whatWasWithdrawnIsSettledOnlyIfAnOperatorSaysSo() {
        Festival.crowd(game.stack(), 40);
        game.stack().advance(Duration.ofMinutes(130));
        var headers = Map.of("authorization", "Bearer " + game.staff("operator"), "content-type", "application/json");
        assertThat(game.send("DELETE", "/v1/live-events/feast/publication", headers, "")
                        .status())
                .isEqualTo(200);
        game.stack().advance(Duration.ofHours(4));
        assertThat(run("event-run").at("/output/withdrawn").asBoolean()).isTrue();
        assertThat(Festival.settlements(game)).isEmpty();
        assertThat(settle("operator").status()).isEqualTo(202);
        game.stack().advance(Duration.ofMinutes(5));
        assertEverybodyHasWhatTheyAreOwedOnce(40);
    }

    private void assertEverybodyHasWhatTheyAreOwedOnce(int players) {
        var participations = Festival.participations(game.stack());
        for (int i = 0; i < players; i++) {
            var who = participations
                    .find("feast", Festival.START, Festival.player(i))
                    .orElseThrow();
            assertThat(who.claimed()).as(who.playerId()).hasSize(Festival.entitled(i));
            assertThat(who.revision())
                    .as("one write for all that is owed")
                    .isEqualTo(Festival.entitled(i) == 0 ? 1 : 2);
        }
    }

    /** What the Map wrote down of its calls. */
    private List<String> results() {
        var s3 = game.stack().buckets();
        return s3.listObjectsV2(list -> list.bucket(files()).prefix("results/")).contents().stream()
                .map(found -> s3.getObjectAsBytes(get -> get.bucket(files()).key(found.key()))
                        .asUtf8String())
                .toList();
    }

    private String files() {
        return game.stack()
                .ref(Traces.of(game).buckets().stream()
                        .filter(id -> id.startsWith("SettlementFiles"))
                        .findFirst()
                        .orElseThrow());
    }

    private Game.Answer settle(String role) {
        return game.send("POST", SETTLEMENTS, game.staff(role), "{\"occurrence\":\"2026-12-01T14:00\"}");
    }

    private List<String> messages() {
        // Tokens do not last as long as the event.
        return StreamSupport.stream(
                        game.inbox(game.signIn("ada").text("/accessToken")).spliterator(), false)
                .map(message -> message.path("message").asText())
                .toList();
    }

    private JsonNode run(String workflow) {
        return game.get("/v1/workflows/%s/runs/%s".formatted(workflow, Festival.RUN), game.staff("viewer"))
                .json();
    }
}
