package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.table.engine.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** At each census: who is online, and whose lease is over. Stage dev has one each ten minutes. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class CensusTest {
    private Game game;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void operatorsSeeWhoIsOnlineAndWhatTheLookCost() {
        game.stack().advance(Duration.ofMinutes(6));
        for (var player : List.of("one", "two", "three")) {
            game.signIn(player);
        }
        game.stack().advance(Duration.ofMinutes(5));

        var census = census();
        assertThat(census.path("players").asInt()).isEqualTo(3);
        assertThat(census.at("/cohorts/0").toString())
                .isEqualTo(
                        "{\"region\":\"unknown\",\"platform\":\"switch\",\"clientVersion\":\"1.4.0\",\"players\":3}");
        assertThat(census.at("/cost/readUnits").asDouble()).isEqualTo(0.5);
        assertThat(census.at("/cost/writeUnits").asDouble()).isEqualTo(1);
        assertThat(logged()).anyMatch(line -> line.contains("\"ConcurrentPlayers\":3") && line.contains("_aws"));
    }

    @Test
    void aSessionThatNobodyRenewsEndsAtTheNextCensusOnceAndSaysWhy() {
        var player = game.signIn("asleep");
        game.stack().advance(Duration.ofMinutes(21));

        assertThat(census().path("players").asInt()).isZero();
        var late = game.renew(player.text("/sessionId"), player.text("/refreshToken"));
        assertThat(late.text("/type")).isEqualTo("/problems/session-ended");
        assertThat(late.text("/reason")).isEqualTo("lease-expired");
        assertThat(logged().stream()
                        .filter(line -> line.contains("\"LeasesExpired\":1"))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theCostFollowsThoseOnlineAndNotThoseWhoEverWere() {
        for (int i = 0; i < 40; i++) {
            game.signIn("visitor-" + i);
        }
        double many = next();
        game.stack().advance(Duration.ofHours(3));
        double none = next();

        assertThat(many).isGreaterThan(none);
        assertThat(none).as("an empty table").isLessThanOrEqualTo(0.5);
        assertThat(game.stack().tables().scan(scan -> scan.tableName(live())).items())
                .isEmpty();
    }

    @Test
    void playersAreNotShownTheCensus() {
        var player = game.signIn("curious");
        assertThat(game.get("/v1/census", player.text("/accessToken")).status()).isEqualTo(401);
    }

    private double next() {
        Meter.Reading before = game.stack().consumed(live());
        game.stack().advance(Duration.ofMinutes(10));
        return game.stack().consumed(live()).readUnits() - before.readUnits();
    }

    private String live() {
        return game.stack().ref("LiveTable");
    }

    private JsonNode census() {
        var token = game.post("/_local/staff-tokens", "{\"role\":\"viewer\",\"name\":\"sam\"}")
                .text("/token");
        return game.get("/v1/census", token).json();
    }

    private List<String> logged() {
        var name = game.stack().deployment().stacks().values().stream()
                .flatMap(stack -> stack.resources().entrySet().stream())
                .filter(resource -> resource.getKey().matches("CensusFunction[0-9A-F]{8}"))
                .map(resource -> resource.getValue().ref())
                .findFirst()
                .orElseThrow();
        return game.get("/_local/logs/" + name, "")
                .json()
                .path("lines")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
