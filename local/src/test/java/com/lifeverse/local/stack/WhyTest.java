package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why was I dropped? What happened is told from the events, as of now and as of then. */
@Tag("stack")
final class WhyTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void aSessionThatWasTakenOverSaysByWhatAndWasAliveBefore() {
        var first = game.signIn("dropped");
        game.stack().advance(Duration.ofMinutes(1));
        game.signIn("dropped");
        game.stack().settle();

        var why = why(first, "");
        assertThat(why.text("/state")).isEqualTo("ended");
        assertThat(why.text("/why"))
                .isEqualTo("It ended at 2026-12-01T12:01:00Z. The player signed in on Switch, and that took over.");
        assertThat(why(first, "?at=2026-12-01T12:00:30Z").text("/state")).isEqualTo("alive");
        assertThat(why(first, "?at=2026-12-01T11:59:59Z").text("/state")).isEqualTo("not-yet");
        assertThat(why(first, "?at=yesterday").status()).isEqualTo(400);
    }

    @Test
    void aSessionThatIsAliveSaysSo() {
        var player = game.signIn("present");
        game.stack().settle();
        assertThat(why(player, "").text("/why")).startsWith("It is alive");
        var unknown = "/v1/sessions/ses_019b7600-0000-7000-8000-000000000009/history";
        assertThat(game.get(unknown, game.staff("viewer")).status()).isEqualTo(404);
    }

    @Test
    void playersReadTheirOwnHistoryInPlainWordsAndNobodyElses() {
        var player = game.signIn("curious");
        game.signIn("somebody-else");
        game.stack().settle();
        var history = game.get("/v1/session-history", player.text("/accessToken"));

        assertThat(history.json().findValuesAsText("words"))
                .containsExactly("The player signed in on Switch with version 1.4.0, for the first time.");
        assertThat(game.get("/v1/sessions/" + player.text("/sessionId") + "/history", player.text("/accessToken"))
                        .status())
                .isEqualTo(401);
    }

    private Game.Answer why(Game.Answer player, String query) {
        return game.get("/v1/sessions/" + player.text("/sessionId") + "/history" + query, game.staff("viewer"));
    }
}
