package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.stack.Festival;
import com.lifeverse.local.stack.Game;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Staff see how far settlements are, and start one, from where they type. */
@Tag("stack")
final class LiveopsSettlementsTest {
    private static final int PLAYERS = 40;
    private static final String OCCURRENCE = "2026-12-01T14:00";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Festival.NOON.plusSeconds(1)));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void settlementsAreListedAsLinesAndAsJsonAndOneIsBegunByHandWhenAllIsOver() {
        Festival.publish(game);
        Festival.crowd(game.stack(), PLAYERS);
        assertThat(run(Exit.FINE, "feast")).isEqualToIgnoringNewLines("Nothing was settled yet.");
        assertThat(Json.read(run(Exit.FINE, "feast", "--json")).at("/result/settlements"))
                .isEmpty();
        assertThat(run(Exit.FINDINGS, "feast", "--settle", OCCURRENCE, "--json"))
                .contains("live-event-not-over");

        game.stack().advance(Duration.ofHours(4));
        long entitled = IntStream.range(0, PLAYERS).map(Festival::entitled).sum();
        assertThat(run(Exit.FINE, "feast"))
                .isEqualToIgnoringNewLines("%s  settled  %d of %d rewards asked for, of %d players"
                        .formatted(Festival.RUN, entitled, entitled, PLAYERS));

        assertThat(run(Exit.FINE, "feast", "--settle", OCCURRENCE))
                .contains(Festival.RUN + "-2 of the workflow reward-settlement");
        game.stack().advance(Duration.ofMinutes(5));
        var all = Json.read(run(Exit.FINE, "feast", "--json"));
        assertThat(all.path("ok").asBoolean()).isTrue();
        assertThat(all.at("/result/settlements").findValuesAsText("settlement"))
                .containsExactly(Festival.RUN + "-2", Festival.RUN);
        assertThat(all.at("/result/settlements").findValuesAsText("claimed")).containsOnly(Long.toString(entitled));
        assertThat(run(Exit.FINE, "feast").lines()).hasSize(2);
    }

    @Test
    void whatCannotBeIsSaidWithItsExitCode() {
        assertThat(run(Exit.FINDINGS, "no-such", "--json")).contains("live-event-not-found");
        Festival.publish(game);
        game.stack().advance(Duration.ofHours(4));
        assertThat(run(Exit.FINDINGS, "feast", "--settle", "2026-12-02T14:00", "--json"))
                .as("it does not begin then")
                .contains("live-event-not-found");
        run(Exit.FINDINGS, "feast", "--settle", "yesterday", "--json");
        run(Exit.USAGE);
    }

    @Test
    void aStackThatIsNotThereIsUnreachable() {
        var said = new StringWriter();
        assertThat(Dev.run(new PrintWriter(said), "liveops", "settlements", "feast", "--url", "http://127.0.0.1:9"))
                .isEqualTo(Exit.UNREACHABLE);
    }

    private String run(int exit, String... words) {
        var said = new StringWriter();
        var all = new ArrayList<>(List.of("liveops", "settlements"));
        all.addAll(List.of(words));
        all.addAll(List.of("--url", game.stack().baseUrl()));
        assertThat(Dev.run(new PrintWriter(said), all.toArray(String[]::new)))
                .as(said.toString())
                .isEqualTo(exit);
        return said.toString();
    }
}
