package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Tampering;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** An operator stops a settlement in the middle of its claims, mends what was wrong, and lets it go on: the counters come out as if nothing had been. */
@Tag("stack")
final class SettlementStopTest {
    private static final int PLAYERS = 400;
    private static final String RUN = "/v1/workflows/reward-settlement/runs/" + Festival.RUN;
    private static final String NOTE =
            Json.object().put("note", "the table is away").toString();

    /** How many claims are written before the table is away. */
    private final AtomicInteger claims = new AtomicInteger(100);

    private final Game game = Game.start(
            StackOptions.of(Game.assembly()).at(Festival.NOON.plusSeconds(1)), Tampering.dynamo(this::awayAfterAWhile));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void whatIsStoppedInTheMiddleGoesOnWithWhatIsLeftAndCountsExactly() {
        Festival.publish(game);
        Festival.crowd(game.stack(), PLAYERS);
        // A minute after it began: its claims have failed, and it waits to try again.
        game.stack().advance(Duration.ofMinutes(226));
        assertThat(run().path("status").asText()).isEqualTo("running");
        assertThat(claimed()).isEqualTo(100);
        var open = Festival.settlements(game).path(0);
        assertThat(open.path("state").asText()).isEqualTo("open");
        assertThat(open.at("/progress/players").asLong()).isEqualTo(owed());
        assertThat(open.at("/progress/settled").asLong()).isBetween(0L, owed() - 1);

        assertThat(move("stops", "viewer").status()).isEqualTo(403);
        assertThat(move("stops", "operator").status()).isEqualTo(202);
        assertThat(run().path("status").asText()).isEqualTo("aborted");
        claims.set(Integer.MAX_VALUE);
        game.stack().advance(Duration.ofHours(2));
        assertThat(claimed()).as("what is stopped stands still").isEqualTo(100);

        assertThat(move("redrives", "operator").status()).isEqualTo(202);
        game.stack().advance(Duration.ofMinutes(30));
        assertThat(run().path("status").asText()).isEqualTo("succeeded");
        assertThat(run().path("redrives").asInt()).isEqualTo(1);
        var settled = Festival.settlements(game).path(0);
        assertThat(settled.path("state").asText()).isEqualTo("settled");
        assertThat(settled.path("players").asLong()).isEqualTo(PLAYERS);
        assertThat(settled.path("entitled").asLong()).isEqualTo(entitled());
        assertThat(settled.path("claimed").asLong()).isEqualTo(entitled());
        assertEverybodyHasWhatTheyAreOwedOnce();

        assertThat(move("redrives", "operator").text("/type")).isEqualTo("/problems/run-move-not-possible");
        assertThat(Festival.settlements(game)).hasSize(1);
    }

    private Object awayAfterAWhile(Object request) {
        if (request instanceof PutItemRequest put
                && put.item().getOrDefault("pk", AttributeValue.fromS("")).s().startsWith("part#")
                && claims.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
            throw InternalServerErrorException.builder()
                    .message("The table is away")
                    .statusCode(500)
                    .build();
        }
        return request;
    }

    private void assertEverybodyHasWhatTheyAreOwedOnce() {
        var participations = Festival.participations(game.stack());
        for (int i = 0; i < PLAYERS; i++) {
            var who = participations
                    .find("feast", Festival.START, Festival.player(i))
                    .orElseThrow();
            assertThat(who.claimed()).as(who.playerId()).hasSize(Festival.entitled(i));
            assertThat(who.revision()).as("writes for %s", who.playerId()).isEqualTo(Festival.entitled(i) == 0 ? 1 : 2);
        }
        assertThat(grants()).isEqualTo(entitled());
    }

    /** How many players have claimed something. */
    private long claimed() {
        var participations = Festival.participations(game.stack());
        return IntStream.range(0, PLAYERS)
                .filter(player -> !participations
                        .find("feast", Festival.START, Festival.player(player))
                        .orElseThrow()
                        .claimed()
                        .isEmpty())
                .count();
    }

    private long grants() {
        return game
                .stack()
                .tables()
                .scanPaginator(scan -> scan.tableName(game.stack().ref("TriggersTable")))
                .items()
                .stream()
                .filter(item ->
                        item.getOrDefault("sk", AttributeValue.fromS("")).s().startsWith("grant#"))
                .count();
    }

    private static long owed() {
        return IntStream.range(0, PLAYERS)
                .filter(player -> Festival.entitled(player) > 0)
                .count();
    }

    private static long entitled() {
        return IntStream.range(0, PLAYERS).map(Festival::entitled).sum();
    }

    private JsonNode run() {
        return game.get(RUN, game.staff("viewer")).json();
    }

    private Game.Answer move(String how, String role) {
        return game.send("POST", RUN + "/" + how, game.staff(role), NOTE);
    }
}
