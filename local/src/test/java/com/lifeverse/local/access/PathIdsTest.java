package com.lifeverse.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Game.Answer;
import com.lifeverse.local.stack.Guest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation with an id in its path, as the contract lists them, with what is no id. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class PathIdsTest {
    private static Game game;
    private static Guest player;
    private static String staff;

    @BeforeAll
    static void start() {
        game = Game.start();
        player = Guest.on(game, "curious");
        staff = game.staff("operator");
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    static Stream<Operation> operationsWithAnIdInTheirPath() {
        return Operation.all().stream().filter(operation -> operation.path().contains("{"));
    }

    @ParameterizedTest
    @MethodSource("operationsWithAnIdInTheirPath")
    void whatIsNoIdNamesNothing(Operation operation) {
        for (var nothing :
                new String[] {"x".repeat(2100), "NonSense", "%00", "ply_019B7600-0000-7000-8000-00000000000G"}) {
            var path = operation.path().replaceAll("\\{[A-Za-z]+}", nothing);
            var answer = ask(operation, path);
            assertThat(answer.status())
                    .as("%s: %s", path, answer.response().body())
                    .isEqualTo(404);
            assertThat(answer.text("/type")).endsWith("-not-found");
            assertThat(operation.answers()).contains(404);
        }
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    private static Answer ask(Operation operation, String path) {
        return switch (operation.caller()) {
            case "server" -> game.serve(operation.method(), path, Map.of(), "");
            case "staff" -> game.send(operation.method(), path, Map.of("authorization", "Bearer " + staff), "");
            case "player" -> player.send(operation.method(), path, "");
            case "open" -> game.send(operation.method(), path, Map.of(), "");
            default -> throw new AssertionError("Who calls as " + operation.caller());
        };
    }
}
