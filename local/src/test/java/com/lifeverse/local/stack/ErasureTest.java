package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import com.lifeverse.local.workflow.machine.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept about a player can be erased wherever it is, and a receipt says what was. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class ErasureTest {
    private Game game;
    private Life life;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
        life = Life.of(game, "leaver");
    }

    @AfterEach
    void stop() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void whoIsErasedIsNowhereAnyMoreButWhereTheReceiptSays() {
        var everywhere = Traces.of(game);
        assertThat(everywhere.tablesWith(life.playerId()))
                .as("the life left something in each table that knows players")
                .containsExactlyInAnyOrder(
                        "PlayersTable",
                        "LiveTable",
                        "SessionHistoryTable",
                        "NoticesTable",
                        "GroupsTable",
                        "ListingsTable",
                        "ParticipationsTable",
                        "TriggersTable");
        var asked = life.ask("data-erasures");
        assertThat(asked.status()).isEqualTo(202);
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(6));

        var done = receipt(asked);
        assertThat(done.text("/state")).isEqualTo("erased");
        assertThat(everywhere.tablesWith(life.playerId())).containsExactly("RightsTable");
        assertThat(done.json().at("/receipt/fading").toString()).contains("requests' own table");
        assertThat(life.found(done))
                .contains(
                        "players/profile 1",
                        "players/identity 1",
                        "players/inbox-message 2",
                        "players/preferences 1",
                        "players/friend 1",
                        "players/friend-of-others 1",
                        "players/friend-request 1",
                        "players/friend-request-elsewhere 1",
                        "players/block 1",
                        "players/block-elsewhere 1",
                        "players/hand-off-code 1",
                        "live/live-item 1",
                        "notices/presence 1",
                        "groups/seat 3",
                        "groups/former-seat 2",
                        "triggers/game-profile 1",
                        "triggers/grant 1",
                        "triggers/trigger-state 1");

        game.stack().advance(Duration.ofHours(25));
        assertThat(everywhere.tablesWith(life.playerId())).isEmpty();
        assertThat(everywhere.objectsWith(life.playerId())).isNotEmpty().allMatch(key -> key.startsWith("events/dt="));
        assertThat(done.json().at("/receipt/fading").toString()).contains("the archive of events");
        assertThat(staffView().text("/requests/0/state")).isEqualTo("closed");
    }

    @Test
    void aReplayOfTheArchiveBringsNothingOfItBack() {
        game.stack().advance(Duration.ofMinutes(6));
        life.ask("data-erasures");
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(6));
        var body = "{\"from\":\"2026-12-01T11:00:00Z\",\"to\":\"2026-12-01T13:00:00Z\",\"note\":\"a test\"}";
        assertThat(game.send("POST", "/v1/event-replays", game.staff("operator"), body)
                        .status())
                .isEqualTo(202);
        game.stack().advance(Duration.ofMinutes(1));

        assertThat(game.stack().workflows().list(game.stack().ref("eventreplayMachine")))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo(Status.SUCCEEDED));
        assertThat(Traces.of(game).tablesWith(life.playerId())).containsExactly("RightsTable");
    }

    @Test
    void theOthersKeepTheirPartyAndTheirListsWithoutThePlayer() {
        life.ask("data-erasures");
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(6));

        var party = life.friend().read(life.party());
        assertThat(party.status()).isEqualTo(200);
        assertThat(party.response().body()).doesNotContain(life.playerId());
        assertThat(life.friend().send("GET", "/v1/friends", "").json().path("players"))
                .isEmpty();
        assertThat(life.friend().send("GET", "/v1/blocks", "").json().path("players"))
                .isEmpty();
    }

    @Test
    void sessionsEndFirstAndNobodySignsInUntilItIsDoneAndThenAsSomebodyNew() {
        var session = life.current();
        life.ask("data-erasures");
        game.stack().settle();

        assertThat(game.renew(session.text("/sessionId"), session.text("/refreshToken"))
                        .text("/reason"))
                .isEqualTo("erased");
        var refused = game.signIn("leaver");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("/problems/player-being-erased");
        assertThat(refused.header("retry-after")).isEqualTo("300");
        game.stack().advance(Duration.ofMinutes(6));

        var again = game.signIn("leaver");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json().path("newPlayer").asBoolean()).isTrue();
        assertThat(again.text("/playerId")).isNotEqualTo(life.playerId());
        assertThat(game.inbox(again.text("/accessToken"))).isEmpty();
    }

    @Test
    void twoRequestsAtOnceAreOneWorkflow() {
        var first = life.ask("data-erasures");
        var second = game.send(
                "POST",
                "/v1/players/" + life.playerId() + "/data-erasures",
                Map.of("authorization", "Bearer " + game.staff("operator")),
                "");
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(6));

        assertThat(second.text("/requestId")).isEqualTo(first.text("/requestId"));
        assertThat(game.stack().workflows().list(game.stack().ref("dataerasureMachine")))
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isEqualTo(Status.RUNNING));
    }

    @Test
    void whatComesAfterAllIsTakenADayLaterAndIsOnTheReceipt() {
        var session = life.current();
        life.ask("data-erasures");
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(6));
        // The access token still lives and changes nothing any more; but a match ends that nobody told of the erasure.
        var saved = game.send(
                "PUT",
                "/v1/preferences",
                Map.of(
                        "authorization", "Bearer " + session.text("/accessToken"),
                        "content-type", "application/json",
                        "if-match", "\"0\""),
                "{\"crossPlay\":\"allowed\",\"accessibility\":{},\"presence\":\"everyone\"}");
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(401);
        game.win(life.playerId(), "match-too-late");
        game.stack().settle();
        assertThat(Traces.of(game).tablesWith(life.playerId())).contains("PlayersTable", "TriggersTable");

        game.stack().advance(Duration.ofHours(25));
        assertThat(Traces.of(game).tablesWith(life.playerId())).isEmpty();
        var late = staffView()
                .json()
                .at("/requests/0/receipt/reached")
                .valueStream()
                .filter(found -> found.path("pass").asInt() == 3)
                .map(found -> found.path("what").asText())
                .toList();
        assertThat(late).contains("grant", "inbox-message").doesNotContain("preferences");
    }

    @Test
    void aBanStaysWithoutTheNameOfThePlayer() {
        var until = game.stack().now().plus(Duration.ofHours(10));
        var ban = "{\"reason\":\"cheating\",\"until\":\"" + until + "\"}";
        game.send("PUT", "/v1/players/" + life.playerId() + "/ban", game.staff("operator"), ban);
        askForThem("data-erasures");
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(6));

        var refused = game.signIn("leaver");
        assertThat(refused.text("/type")).isEqualTo("/problems/player-banned");
        assertThat(refused.text("/reason")).isEqualTo("cheating");
        assertThat(refused.text("/until")).isEqualTo(until.toString());
        var kept = staffView().json().at("/requests/0/receipt/kept");
        assertThat(kept.findValuesAsText("until")).contains(until.toString());
        game.stack().advance(Duration.ofHours(25));
        assertThat(Traces.of(game).tablesWith(life.playerId())).isEmpty();
        assertThat(game.signIn("leaver").status()).isEqualTo(201);
    }

    @Test
    void anErasureGoesOnWhenTheStackComesBack(@TempDir Path data) {
        var options = StackOptions.of(Game.assembly()).keptIn(data).at(Instant.parse("2026-12-01T12:00:00Z"));
        Life ours;
        try (var before = Game.start(options)) {
            ours = Life.of(before, "interrupted");
            ours.ask("data-erasures");
            before.stack().settle();
            before.stack().advance(Duration.ofMinutes(2));
        }
        try (var after = Game.start(options)) {
            after.stack().advance(Duration.ofMinutes(4));
            assertThat(Traces.of(after).tablesWith(ours.playerId())).containsExactly("RightsTable");
            after.stack().advance(Duration.ofHours(25));
            assertThat(Traces.of(after).tablesWith(ours.playerId())).isEmpty();
        }
    }

    private Answer receipt(Answer asked) {
        return game.get(
                "/v1/data-erasures/" + asked.text("/requestId"), life.current().text("/accessToken"));
    }

    private Answer staffView() {
        return game.get("/v1/players/" + life.playerId() + "/data-requests", game.staff("viewer"));
    }

    private void askForThem(String what) {
        var asked = game.send(
                "POST",
                "/v1/players/" + life.playerId() + "/" + what,
                Map.of("authorization", "Bearer " + game.staff("operator")),
                "");
        assertThat(asked.status()).as(asked.response().body()).isEqualTo(202);
    }
}
