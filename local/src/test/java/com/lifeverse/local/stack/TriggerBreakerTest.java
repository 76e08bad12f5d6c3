package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trigger that spends too fast is held, says so, and goes on when an operator says so. */
@Tag("stack")
final class TriggerBreakerTest {
    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    private final TriggerDesk desk = new TriggerDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void heldUntilAnOperatorClosesTheBreaker() {
        // 69 firings an hour and five in five minutes, at the modelled cost of a grant and a message.
        desk.publish(TriggerDesk.trigger("bonus", "match.ended.v1", """
                {"limits": {"perPlayer": {"times": 12, "per": "P1D"}, "budget": {"usd": 0.01, "per": "P1D", "burnRate": 2}}}""", """
                [{"grant": {"item": "coins", "amount": 1}}, {"notify": {"message": "hello"}}]"""));
        assertThat(breaker().path("state").asText()).isEqualTo("closed");
        var players = new ArrayList<String>();
        for (int device = 0; device < 7; device++) {
            var player = game.signIn("farm-" + device).text("/playerId");
            players.add(player);
            for (int match = 0; match < 12; match++) {
                game.win(player, "m" + match);
            }
            game.stack().settle();
        }

        assertThat(players.stream()
                        .mapToInt(player -> desk.gifts(player).size())
                        .sum())
                .isEqualTo(69);
        assertThat(breaker().path("state").asText()).isEqualTo("open");
        assertThat(close("viewer").status()).isEqualTo(403);
        assertThat(close("approver").status()).isEqualTo(403);
        var closed = close("operator");
        assertThat(closed.text("/state")).isEqualTo("trial");
        assertThat(closed.text("/by")).isEqualTo("sam");
        assertThat(close("operator").text("/closings")).isEqualTo("1");

        game.stack().advance(Duration.ofSeconds(11));
        var next = game.signIn("player").text("/playerId");
        game.win(next, "m1");
        game.stack().settle();
        assertThat(desk.gifts(next)).containsExactly("1 coins");
    }

    private JsonNode breaker() {
        return game.get("/v1/triggers/bonus/breaker", game.staff("viewer")).json();
    }

    private Game.Answer close(String role) {
        return game.send(
                "POST", "/v1/triggers/bonus/breaker-closings", game.staff(role), "{\"note\": \"the farm is banned\"}");
    }
}
