package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A version of a trigger that is to follow, from the shadow over some of the players to all of them, and back. */
@Tag("stack")
final class TriggerVersionsTest {
    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    private final TriggerDesk desk = new TriggerDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void shadowIsComparedWithTheLiveOneAndGivesNothing() {
        desk.publish(bonus("{\"stage\": \"shadow\", \"limits\": {\"perPlayer\": {\"times\": 2, \"per\": \"P1D\"}}}"));
        var player = game.signIn("winner").text("/playerId");
        for (int match = 0; match < 3; match++) {
            game.win(player, "m" + match);
            game.stack().settle();
        }

        assertThat(desk.gifts(player)).containsExactly("10 coins");
        var shadow = versions("?playerId=" + player);
        assertThat(shadow.at("/versions/1/stage").asText()).isEqualTo("shadow");
        var compared = shadow.at("/versions/1/compared");
        assertThat(compared.path("both").asInt()).isEqualTo(1);
        assertThat(compared.path("onlyLive").asInt()).isZero();
        assertThat(compared.path("onlyShadow").asInt()).isEqualTo(1);
        assertThat(compared.path("agreement").asDouble()).isEqualTo(0.5);
        assertThat(compared.at("/differing/0/verdict").asText()).isEqualTo("only-shadow");
        assertThat(compared.at("/differing/0/event").asText()).startsWith("evt_");
        assertThat(shadow.at("/player/acting")).isEqualTo(shadow.at("/versions/0/version"));
        assertThat(shadow.at("/player/shadowing")).isEqualTo(shadow.at("/versions/1/version"));
        var words = desk.explain("bonus", event(player, "m4")).path("words").toString();
        assertThat(words).contains("the current one", "the next one shadow", "In the shadow, version");
    }

    @Test
    void versionIsForMoreAndMoreAndNobodyGetsTwiceWhatIsForOnce() {
        var players = new ArrayList<String>();
        for (int device = 0; device < 12; device++) {
            players.add(game.signIn("winner-" + device).text("/playerId"));
        }
        long before = 0;
        for (int percent : new int[] {30, 60, 100}) {
            desk.publish(bonus(ramp(percent)));
            players.forEach(player -> game.win(player, "first"));
            players.forEach(player -> game.win(player, "second"));
            game.stack().settle();

            assertThat(players)
                    .allSatisfy(player -> assertThat(desk.gifts(player)).hasSize(1));
            long now = players.stream()
                    .filter(player -> versions("?playerId=" + player)
                            .at("/player/acting")
                            .equals(versions("").at("/versions/1/version")))
                    .count();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(12);
        var gifts =
                players.stream().flatMap(player -> desk.gifts(player).stream()).toList();
        assertThat(gifts).as("some had the one, some the other").contains("10 coins", "20 coins");
    }

    @Test
    void rollbackPutsTheVersionBeforeInForceAtOnce() {
        desk.publish(bonus(ramp(100)));
        var player = game.signIn("winner").text("/playerId");
        desk.publish(bonus(ramp(0)));
        game.win(player, "m1");
        game.stack().settle();
        assertThat(desk.gifts(player)).containsExactly("10 coins");

        var other = game.signIn("other").text("/playerId");
        desk.rollBack(1);
        game.win(other, "m2");
        game.stack().settle();
        assertThat(desk.gifts(other)).containsExactly("20 coins");
    }

    @Test
    void draftsAndWhatIsRetiredDoNothingAndSaySo() {
        desk.publish(bonus("{\"stage\": \"draft\", \"pace\": {\"priority\": 9}}"));
        for (var stage : new String[] {"draft", "retired"}) {
            var trigger = bonus("{}");
            trigger.remove("next");
            desk.publish(trigger.put("stage", stage));
            var player = game.signIn("winner-" + stage).text("/playerId");
            game.win(player, "m1");
            game.stack().settle();

            assertThat(desk.gifts(player)).isEmpty();
            assertThat(desk.explain("bonus", event(player, "m2")).path("words").toString())
                    .contains("No version acts for this player", "/stage: wants live, saw " + stage);
        }
    }

    @Test
    void whatEndsWithAVersionIsCarriedOutByWhatItHadDecided() {
        var paced = bonus(ramp(0));
        paced.putObject("pace").put("debounce", "PT5M");
        desk.publish(paced);
        var player = game.signIn("winner").text("/playerId");
        game.win(player, "m1");
        game.stack().settle();
        var all = bonus(ramp(100));
        all.putObject("pace").put("debounce", "PT5M");
        desk.publish(all);
        game.stack().advance(Duration.ofMinutes(20));

        assertThat(desk.gifts(player)).as("decided by one, told by the other").containsExactly("20 coins");
    }

    private JsonNode versions(String query) {
        return game.get("/v1/triggers/bonus/versions" + query, game.staff("viewer"))
                .json();
    }

    private static String ramp(int percent) {
        return """
                {"stage": "live", "percent": %d, "effects": [{"grant": {"item": "coins", "amount": 20}}]}""".formatted(percent);
    }

    /** Gives ten coins once a day. */
    private static ObjectNode bonus(String next) {
        var more = Json.object();
        more.putObject("limits").putObject("perPlayer").put("times", 1).put("per", "P1D");
        more.set("next", Json.read(next));
        return TriggerDesk.trigger(
                "bonus", "match.ended.v1", more.toString(), "[{\"grant\": {\"item\": \"coins\", \"amount\": 10}}]");
    }

    private ObjectNode event(String player, String match) {
        var event = Json.object().put("detail-type", "match.ended.v1").put("source", "lifeverse.game-server");
        event.putObject("detail")
                .put("id", "evt_" + match)
                .put("type", "match.ended.v1")
                .put("version", 1)
                .put("time", game.stack().now().toString())
                .put("playerId", player)
                .put("eventGroupId", player)
                .put("deduplicationId", match)
                .put("correlationId", "evt_" + match)
                .put("hops", 0)
                .put("producer", "game-server")
                .put("isReplay", false)
                .putObject("payload")
                .put("outcome", "win");
        event.withObject("/detail").putArray("causation");
        return event;
    }
}
