package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live events pass into their phases with nobody doing anything; on this stage somebody looks every ten minutes. */
@Tag("stack")
final class FlipsTest {
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-01T14:00","duration":"PT1H","time":"utc"},
             "phases":{"preview":"PT1H","endingSoon":"PT15M","review":"PT30M"},"overrides":{"xp.multiplier":2}}""";

    @TempDir
    private Path data;

    @Test
    void eachPhaseIsToldOnceAndStaffSeeWhenAndWhatIsToCome() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON.plusSeconds(1)))) {
            publish(game);
            game.stack().advance(Duration.ofMinutes(71));
            assertThat(phases(game, "flips")).containsExactly("preview 13:00");
            assertThat(phases(game, "upcoming"))
                    .containsExactly("active 14:00", "ending-soon 14:45", "review 15:00", "concluded 15:30");
            game.stack().advance(Duration.ofHours(3));
            assertThat(phases(game, "flips"))
                    .containsExactly(
                            "concluded 15:30", "review 15:00", "ending-soon 14:45", "active 14:00", "preview 13:00");
            assertThat(flips(game).at("/flips/0/latenessMs").asLong())
                    .isLessThan(Duration.ofMinutes(11).toMillis());
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    @Test
    void anHourInWhichNothingRanIsCaughtUpWithItsLateness() {
        var options = StackOptions.of(Game.assembly()).keptIn(data);
        try (var game = Game.start(options.at(NOON.plusSeconds(1)))) {
            publish(game);
            game.stack().advance(Duration.ofMinutes(71));
        }
        try (var game = Game.start(options.at(NOON.plus(Duration.ofMinutes(190))))) {
            game.stack().advance(Duration.ofMinutes(11));
            assertThat(phases(game, "flips"))
                    .containsExactly("review 15:00", "ending-soon 14:45", "active 14:00", "preview 13:00");
            assertThat(flips(game).at("/flips/2/latenessMs").asLong())
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(70).toMillis());
        }
    }

    @Test
    void whatWasBegunAndEndedBetweenTwoLooksIsToldThoughMoreWasPublishedAfterIt() {
        try (var game = Game.start(StackOptions.of(Game.assembly()).at(NOON.plusSeconds(1)))) {
            game.stack().advance(Duration.ofMinutes(121));
            publish(game);
            game.stack().advance(Duration.ofMinutes(3));
            var brief = FEAST.replace("PT1H\",\"time", "PT2M\",\"time")
                    .replace("PT30M", "PT1M")
                    .replace("PT15M", "PT0S");
            publish(game, brief, 2);
            game.stack().advance(Duration.ofMinutes(1));
            publish(game, brief.replace("Feast", "Our feast"), 3);
            assertThat(flips(game).path("flips")).as("nobody has looked yet").isEmpty();

            game.stack().advance(Duration.ofMinutes(11));
            assertThat(phases(game, "flips")).containsExactly("concluded 14:03", "active 14:00");
            assertThat(game.stack().faults().errors()).isEmpty();
        }
    }

    private static void publish(Game game, String event, int revision) {
        int version = 3 * (revision - 1);
        var wanted = "{\"revision\":%d}".formatted(revision);
        change(game, "author", "ann", "", event, String.valueOf(version));
        change(game, "approver", "bea", "/approval", wanted, String.valueOf(version + 1));
        change(game, "operator", "cid", "/publication", wanted, String.valueOf(version + 2));
    }

    private static void publish(Game game) {
        publish(game, FEAST, 1);
    }

    private static void change(Game game, String role, String name, String path, String body, String version) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + version + "\"");
        var answer = game.send("PUT", "/v1/live-events/feast" + path, headers, body);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 201);
    }

    private static JsonNode flips(Game game) {
        return game.get("/v1/live-events/feast/flips", game.staff("viewer")).json();
    }

    private static List<String> phases(Game game, String list) {
        return StreamSupport.stream(flips(game).path(list).spliterator(), false)
                .map(flip -> flip.path("phase").asText() + " "
                        + flip.path("intendedAt").asText().substring(11, 16))
                .toList();
    }
}
