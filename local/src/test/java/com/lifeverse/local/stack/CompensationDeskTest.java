package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans of grants that are refused, taken back or wrong: of these nothing is given, and of what is wrong nothing is kept. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class CompensationDeskTest {
    private Game game;
    private Outage outage;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-06T09:00:00Z")));
        outage = new Outage(game, Festival.player(900));
    }

    @AfterEach
    void stop() {
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void aPlanInWhichAnythingIsWrongIsRefusedWithThePlaceAndNothingIsKept() {
        var plan = outage.plan();
        var lines = plan.withArray("/lines");
        ((ObjectNode) lines.get(1)).set("playerId", lines.get(0).get("playerId"));
        ((ObjectNode) lines.get(2)).put("item", "moon");
        ((ObjectNode) lines.get(3)).put("amount", 0);
        ((ObjectNode) lines.get(4)).put("amount", 10_001);
        ((ObjectNode) lines.get(5)).put("playerId", "ply_nobody");
        var refused = outage.submit(plan);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("violations").findValuesAsText("pointer"))
                .containsExactly(
                        "/lines/1/playerId",
                        "/lines/2/item",
                        "/lines/3/amount",
                        "/lines/4/amount",
                        "/lines/5/playerId");
        var dear = outage.plan();
        dear.withArray("/lines").removeAll();
        for (int i = 0; i < 1001; i++) {
            Outage.line(dear, Festival.player(i), 10_000);
        }
        assertThat(outage.submit(dear).text("/violations/0/message"))
                .isEqualTo("must give away at most 10000000 of coins, not 10010000");
        assertThat(outage.submit(outage.plan().put("id", "No Name")).text("/violations/0/pointer"))
                .isEqualTo("/id");
        assertThat(game.send(
                                "POST",
                                Outage.PLANS,
                                game.staff("operator", "ann"),
                                outage.plan().toString())
                        .status())
                .isEqualTo(403);
        assertThat(game.get(Outage.PLANS, game.staff("viewer")).json().path("compensations"))
                .isEmpty();
        assertThat(outage.files()).isEmpty();
    }

    @Test
    void whatIsRejectedOrTakenBackGivesNothing() {
        var digest = outage.submit(outage.plan()).text("/digest");
        assertThat(outage.decide("rejection", "approver", "bea", digest).text("/violations/0/pointer"))
                .isEqualTo("/reason");
        assertThat(game.send(
                                "PUT",
                                Outage.PLAN + "/rejection",
                                game.staff("approver", "bea"),
                                "{\"digest\":\"%s\",\"reason\":\"Too much.\"}".formatted(digest))
                        .text("/state"))
                .isEqualTo("rejected");
        assertThat(outage.decide("approval", "approver", "cid", digest).text("/type"))
                .isEqualTo("/problems/compensation-decided");
        assertThat(outage.files()).isEmpty();

        var other = outage.submit(outage.plan().put("id", "outage-18")).text("/digest");
        var answerTo18 = "{\"digest\":\"%s\"}".formatted(other);
        assertThat(outage.recall("bea").text("/type")).isEqualTo("/problems/author-required");
        assertThat(outage.recall("ann").text("/state")).isEqualTo("recalled");
        assertThat(game.send("PUT", Outage.PLANS + "/outage-18/approval", game.staff("approver", "bea"), answerTo18)
                        .text("/state"))
                .isEqualTo("recalled");
        game.stack().advance(Duration.ofMinutes(20));
        assertThat(outage.grants()).isEmpty();
        assertThat(game.get(Outage.PLANS, game.staff("viewer"))
                        .json()
                        .at("/compensations")
                        .findValuesAsText("state"))
                .containsExactlyInAnyOrder("rejected", "recalled");
        assertThat(game.get(Outage.PLANS + "/outage-19", game.staff("viewer")).text("/type"))
                .isEqualTo("/problems/compensation-not-found");
    }
}
