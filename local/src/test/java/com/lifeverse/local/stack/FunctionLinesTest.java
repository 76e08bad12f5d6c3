package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.function.FunctionSettings;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is one process a function on Lambda is one process for all of them here: none of their lines may tell of another. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class FunctionLinesTest {
    private static final Instant FUTURE = Instant.parse("2031-02-03T04:05:06Z");

    private Game game;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(FUTURE));
    }

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void eachLineIsInTheLogOfItsFunctionAndSaysWhoseItIsAndWhenItHappenedThere() {
        for (var player : List.of("one", "two", "three")) {
            game.signIn(player);
        }
        game.send("PUT", "/v1/gates/maintenance", game.staff("operator"), "{\"until\":\"2031-02-03T05:00:00Z\"}");
        game.stack().advance(Duration.ofMinutes(11));

        var all = game.stack().functionSettings();
        assertThat(all)
                .allSatisfy(function -> assertThat(lines(function)).allSatisfy(line -> {
                    if (line.has("level")) {
                        assertThat(line.path("function_name").asText()).isEqualTo(function.name());
                        assertThat(line.path("service").asText()).isEqualTo(serviceOf(function));
                        assertThat(line.path("timestamp").asText()).startsWith("2031-02-03T04:");
                    } else {
                        assertThat(line.at("/_aws/Timestamp").asLong()).isBetween(millis(0), millis(11));
                    }
                }));
        assertThat(all.stream().filter(function -> lines(function).stream().anyMatch(line -> line.has("_aws"))))
                .as("with metrics")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(all.stream().filter(function -> lines(function).stream().anyMatch(line -> line.has("level"))))
                .as("with lines")
                .isNotEmpty();
    }

    private static long millis(int minutes) {
        return FUTURE.plus(Duration.ofMinutes(minutes)).toEpochMilli();
    }

    private static String serviceOf(FunctionSettings function) {
        return function.environment().getOrDefault("POWERTOOLS_SERVICE_NAME", "none");
    }

    private List<JsonNode> lines(FunctionSettings function) {
        return game.get("/_local/logs/" + function.name(), "")
                .json()
                .path("lines")
                .valueStream()
                .map(JsonNode::asText)
                .map(Json::parse)
                .flatMap(Optional::stream)
                .toList();
    }
}
