package com.lifeverse.local.stack;

import static com.lifeverse.local.stack.TriggerDesk.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Players feel the triggers that staff put in force over HTTP, and staff hear why others felt nothing. */
@Tag("stack")
final class FeltTriggersTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));
    private final TriggerDesk desk = new TriggerDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void triggersGoOnFromEachOtherAndEachIsFeltWithinTenSeconds() {
        desk.publish(
                trigger("milestone", "match.ended.v1", "{}", """
                        [{"emit": {"type": "milestone.reached.v1", "payload": {"milestone": "first-win"}}}]"""), trigger("medal", "milestone.reached.v1", "{}", """
                        [{"grant": {"item": "medal", "amount": 1}}]"""));
        var player = game.signIn("winner");
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();

        assertThat(gifts(player)).containsExactly("1 medal");
    }

    @Test
    void whoDoesNotComeBackIsMissedOnceAndWhoDoesIsNot() {
        desk.publish(trigger("missed", "match.ended.v1", """
                {"window": {"absence": {"detail-type": ["match.ended.v1"]}, "within": "PT1H", "frame": "sliding"}}""", """
                [{"grant": {"item": "letter", "amount": 1}}]"""));
        var gone = game.signIn("gone");
        var back = game.signIn("back");
        game.win(gone.text("/playerId"), "m1");
        game.win(back.text("/playerId"), "m2");
        game.stack().advance(Duration.ofMinutes(50));
        assertThat(gifts(gone)).isEmpty();
        game.win(back.text("/playerId"), "m3");
        game.stack().advance(Duration.ofMinutes(25));

        assertThat(gifts(gone)).containsExactly("1 letter");
        assertThat(gifts(back)).isEmpty();
    }

    @Test
    void burstsAndBatchesAreToldAsOne() {
        desk.publish(trigger("burst", "match.ended.v1", """
                        {"limits": {"perPlayer": {"times": 5, "per": "P1D"}}, "pace": {"debounce": "PT5M"}}""", """
                        [{"grant": {"item": "breather", "amount": 1}}]"""), trigger("batch", "match.ended.v1", """
                        {"limits": {"perPlayer": {"times": 5, "per": "P1D"}}, "pace": {"batch": {"firings": 3, "within": "PT1H"}}}""", """
                        [{"grant": {"item": "coins", "amount": 10}}]"""));
        var player = game.signIn("busy");
        for (int match = 0; match < 3; match++) {
            game.win(player.text("/playerId"), "m" + match);
            game.stack().advance(Duration.ofMinutes(1));
        }
        assertThat(gifts(player)).containsExactly("30 coins");
        game.stack().advance(Duration.ofMinutes(20));

        assertThat(gifts(player)).containsExactly("1 breather", "30 coins");
    }

    @Test
    void staffHearWhyATriggerDidNotFire() {
        var player = game.signIn("winner");
        var won = event(player, "m1", "win");
        var before = explain(won);
        assertThat(before.path("fires").asBoolean()).isTrue();
        assertThat(before.path("known").asBoolean(true)).isFalse();
        assertThat(before.path("words").toString()).contains("It would fire, as 2026-12-01");
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();

        var again = explain(won);
        assertThat(again.path("fires").asBoolean()).isTrue();
        assertThat(again.path("known").asBoolean()).isTrue();
        assertThat(again.path("decision").asText()).isEqualTo("Fired");
        assertThat(explain(event(player, "m2", "win")).path("words").toString())
                .contains("it has acted as often as limits.perPlayer lets it, until 2026-12-02T00:00:00Z");
        var lost = explain(event(player, "m3", "Win"));
        assertThat(lost.path("words").toString()).contains("differs in upper and lower case only");
        assertThat(lost.has("decision")).isFalse();
        assertThat(gifts(player)).containsExactly("100 coins");
    }

    @Test
    void staffHearThatOthersHaveHadAllThereIs() {
        desk.publish(trigger("rare", "match.ended.v1", """
                {"limits": {"perPlayer": {"times": 1, "per": "P1D"}, "global": {"times": 1, "per": "P1D"}}}""", """
                [{"grant": {"item": "comet", "amount": 1}}]"""));
        var late = game.signIn("late");
        assertThat(desk.explain("rare", event(late, "m2", "win")).path("fires").asBoolean())
                .isTrue();
        game.win(game.signIn("quick").text("/playerId"), "m1");
        game.stack().settle();

        assertThat(desk.explain("rare", event(late, "m2", "win")).path("words").toString())
                .contains("the cap of all players is used up until 2026-12-02T00:00:00Z");
        game.win(late.text("/playerId"), "m2");
        game.stack().settle();
        assertThat(gifts(late)).isEmpty();
    }

    @Test
    void aTriggerThatIsInForceNoLongerLeavesNothingBehindThatActs() {
        desk.publish(trigger("missed", "match.ended.v1", """
                {"window": {"absence": {"detail-type": ["match.ended.v1"]}, "within": "PT1H", "frame": "sliding"}}""", """
                [{"grant": {"item": "letter", "amount": 1}}]"""));
        var player = game.signIn("gone");
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();
        desk.rollBack("operator", desk.revision(), 0);
        game.stack().advance(Duration.ofHours(2));

        assertThat(gifts(player)).isEmpty();
    }

    private JsonNode explain(ObjectNode event) {
        return desk.explain("first-win-of-the-day", event);
    }

    /** What the ledger has given the player, such as {@code 30 coins}. */
    private List<String> gifts(Game.Answer player) {
        return desk.gifts(player.text("/playerId"));
    }

    private static ObjectNode event(Game.Answer player, String match, String outcome) {
        var event = Json.object().put("detail-type", "match.ended.v1").put("source", "lifeverse.game-server");
        var id = player.text("/playerId");
        event.putObject("detail")
                .put("id", "evt_" + match)
                .put("type", "match.ended.v1")
                .put("version", 1)
                .put("time", START.toString())
                .put("playerId", id)
                .put("eventGroupId", id)
                .put("deduplicationId", match)
                .put("correlationId", "evt_" + match)
                .put("hops", 0)
                .put("producer", "game-server")
                .put("isReplay", false)
                .putObject("payload")
                .put("outcome", outcome);
        event.withObject("/detail").putArray("causation");
        return event;
    }
}
