package com.lifeverse.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Game.Answer;
import com.lifeverse.local.stack.Guest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parameter of a query or a header, as the contract lists them: each is bounded there, and held to it. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class ParametersTest {
    /** A value that matches no tag, which is all that there is to say of it. */
    private static final Set<String> NEVER_WRONG = Set.of("If-None-Match", "if-none-match", "If-Match", "if-match");

    /** With the longest, the request is still one that a gateway takes. */
    private static final List<Integer> LENGTHS = List.of(600, 1_100, 2_100, 7_000);

    private static final Pattern ENDLESS = Pattern.compile("(?<!\\\\)[*+]|,\\}");

    private static Game game;
    private static Guest player;
    private static String group;
    private static String staff;

    /** One parameter of one operation. */
    record Parameter(Operation operation, String name, String in, JsonNode schema) {
        @Override
        public String toString() {
            return operation + " " + name;
        }
    }

    @BeforeAll
    static void start() {
        game = Game.start();
        player = Guest.on(game, "wordy");
        group = player.party();
        staff = game.staff("operator");
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    static Stream<Parameter> parameters() {
        return Operation.all().stream().flatMap(ParametersTest::parametersOf);
    }

    private static Stream<Parameter> parametersOf(Operation operation) {
        return operation.parameters().stream()
                .map(each -> new Parameter(
                        operation, each.path("name").asText(), each.path("in").asText(), each.path("schema")));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void eachIsBoundedByTheContract(Parameter parameter) {
        assertThat(isBounded(Operation.resolved(parameter.schema())))
                .as("%s", parameter.schema())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void whatIsTooLongIsToldSo(Parameter parameter) {
        for (int length : LENGTHS) {
            var answer = ask(parameter, "x".repeat(length));
            assertThat(answer.status())
                    .as("%d characters: %s", length, answer.response().body())
                    .isLessThan(500);
            if (!NEVER_WRONG.contains(parameter.name())) {
                // Of a link that is its own proof, nobody is told what about it is wrong.
                assertThat(answer.status())
                        .isIn(400, 401, 415, parameter.operation().caller().equals("open") ? 403 : 400);
                assertThat(parameter.operation().answers()).contains(answer.status());
            }
        }
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    private static boolean isBounded(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "boolean" -> true;
            case "integer" -> schema.has("maximum");
            case "array" -> schema.has("maxItems") && isBounded(Operation.resolved(schema.path("items")));
            default ->
                schema.has("enum")
                        || schema.has("maxLength")
                        || schema.has("format")
                        || isBounded(schema.path("pattern").asText());
        };
    }

    private static boolean isBounded(String pattern) {
        return pattern.startsWith("^")
                && pattern.endsWith("$")
                && !ENDLESS.matcher(pattern).find();
    }

    private static Answer ask(Parameter parameter, String value) {
        var operation = parameter.operation();
        boolean inQuery = parameter.in().equals("query");
        var headers = new TreeMap<String, String>(inQuery ? Map.of() : Map.of(parameter.name(), value));
        var path = operation
                        .path()
                        .replace("{sid}", player.sessionId())
                        .replace("{gid}", group)
                        .replace("{pid}", player.playerId())
                        .replace("{playerId}", player.playerId())
                        .replace("{workflow}", "data-erasure")
                        .replaceAll("\\{[A-Za-z]+}", "some")
                + (inQuery ? "?" + parameter.name() + "=" + value : "");
        return switch (operation.caller()) {
            case "server" -> game.serve(operation.method(), path, headers, "");
            case "staff" -> send(operation, path, headers, staff);
            case "player" -> send(operation, path, headers, player.token());
            case "open" -> game.send(operation.method(), path, headers, "");
            default -> throw new AssertionError("Who calls as " + operation.caller());
        };
    }

    private static Answer send(Operation operation, String path, Map<String, String> headers, String token) {
        var all = new TreeMap<>(headers);
        all.put("authorization", "Bearer " + token);
        return game.send(operation.method(), path, all, "");
    }
}
