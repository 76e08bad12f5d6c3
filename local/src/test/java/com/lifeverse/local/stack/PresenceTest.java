package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who sees whom, and what it costs to look at a hundred. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class PresenceTest {
    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @Test
    void friendsSeeHowOneIsAndStrangersDoNot() {
        var alice = game.signIn("seen-alice");
        var bob = game.signIn("seeing-bob");
        var eve = game.signIn("strange-eve");
        befriend(alice, bob);
        say(alice, "{\"availability\":\"away\",\"status\":\"making tea\"}", 204);

        var seen = see(bob, alice);
        assertThat(seen.path("availability").asText()).isEqualTo("away");
        assertThat(seen.path("status").asText()).isEqualTo("making tea");
        assertThat(seen.path("platform").asText()).isEqualTo("switch");
        assertThat(see(eve, alice).toString())
                .isEqualTo("{\"playerId\":\"" + alice.text("/playerId") + "\",\"availability\":\"offline\"}");
    }

    @Test
    void whoWantsToBeSeenByAllIsAndWhoWantsToBeSeenByNobodyIsNot() {
        var open = game.signIn("open");
        var hidden = game.signIn("hidden");
        var friend = game.signIn("friend");
        befriend(hidden, friend);
        visible(open, "everyone");
        visible(hidden, "nobody");

        assertThat(see(friend, open).path("availability").asText()).isEqualTo("online");
        assertThat(see(friend, hidden).path("availability").asText()).isEqualTo("offline");
        assertThat(see(hidden, hidden).path("availability").asText())
                .as("one sees oneself")
                .isEqualTo("online");
    }

    @Test
    void aBlockHidesBothFromEachOther() {
        var one = game.signIn("one");
        var other = game.signIn("other");
        visible(one, "everyone");
        visible(other, "everyone");
        send("PUT", one, "/v1/blocks/" + other.text("/playerId"), "", Map.of());

        assertThat(see(one, other).path("availability").asText()).isEqualTo("offline");
        assertThat(see(other, one).path("availability").asText()).isEqualTo("offline");
    }

    @Test
    void whatWasSaidHoldsAsLongAsItsSession() {
        var first = game.signIn("returning");
        visible(first, "everyone");
        say(first, "{\"availability\":\"away\"}", 204);
        assertThat(see(first, first).path("availability").asText()).isEqualTo("away");

        var second = game.signIn("returning");
        assertThat(see(second, second).path("availability").asText()).isEqualTo("online");
        game.stack().advance(Duration.ofMinutes(10));
        var viewer = game.signIn("viewer");
        assertThat(see(viewer, second).path("availability").asText())
                .as("its lease is over")
                .isEqualTo("offline");
    }

    @Test
    void aHundredAreReadAtOnceAndNoMore() {
        var viewer = game.signIn("curious");
        visible(viewer, "everyone");
        var ids = IntStream.range(0, 99)
                .mapToObj("ply_019b7600-0000-7000-8000-%012d"::formatted)
                .toList();
        var asked =
                Stream.concat(Stream.of(viewer.text("/playerId")), ids.stream()).toList();
        game.stack().settle();
        double before = reads();

        var answer = ask(viewer, asked);
        assertThat(answer.json().path("players")).hasSize(100);
        assertThat(answer.text("/players/0/availability")).isEqualTo("online");
        assertThat(reads() - before)
                .as("half a unit for each, and one more for who is online")
                .isEqualTo(51);
        var more = Stream.concat(asked.stream(), Stream.of("ply_019b7600-0000-7000-8000-000000000999"))
                .toList();
        assertThat(ask(viewer, more).status()).isEqualTo(400);
        assertThat(ask(viewer, List.of("")).status()).isEqualTo(400);
    }

    @Test
    void aStatusHas2048CharactersAtMost() {
        var player = game.signIn("talkative");
        say(player, "{\"availability\":\"online\",\"status\":\"" + "x".repeat(2048) + "\"}", 204);
        say(player, "{\"availability\":\"online\",\"status\":\"" + "x".repeat(2049) + "\"}", 400);
        say(player, "{\"availability\":\"offline\"}", 400);
        say(player, "{\"availability\":\"in-group\"}", 400);
    }

    @Test
    void whoIsInAGroupIsSeenSoAsLongAsTheyAreThereAndLetOneSeeIt() {
        var ann = Guest.on(game, "grouped-ann");
        var ben = Guest.of(game, game.signIn("grouped-ben"));
        var viewer = game.signIn("grouped-viewer");
        visible(viewer, "everyone");
        visible(ben, "everyone", 0);
        var party = ann.party();
        ben.join(party);
        game.stack().settle();
        assertThat(availability(viewer, ben)).isEqualTo("in-group");
        assertThat(availability(viewer, ann)).as("a friend's to see").isEqualTo("offline");

        ben.send("PUT", "/v1/presence", "{\"availability\":\"away\"}");
        assertThat(availability(viewer, ben)).as("their own word").isEqualTo("away");
        ben.send("PUT", "/v1/presence", "{\"availability\":\"online\",\"status\":\"come along\"}");
        assertThat(availability(viewer, ben)).isEqualTo("in-group");

        ben.disconnect(party);
        game.stack().settle();
        assertThat(availability(viewer, ben)).as("not there").isEqualTo("online");
        ben.connect(party);
        game.stack().settle();
        assertThat(availability(viewer, ben)).isEqualTo("in-group");
        visible(ben, "nobody", 1);
        assertThat(availability(viewer, ben)).isEqualTo("offline");
        visible(ben, "everyone", 2);
        ann.send("DELETE", "/v1/groups/" + party, "");
        game.stack().settle();
        assertThat(availability(viewer, ben)).as("it has ended").isEqualTo("online");
    }

    @Test
    void nobodyIsSeenInACrowd() {
        var ben = Guest.of(game, game.signIn("crowded-ben"));
        visible(ben, "everyone", 0);
        assertThat(ben.create("plaza", "").status()).isEqualTo(201);
        game.stack().settle();

        assertThat(availability(game.signIn("crowded-viewer"), ben)).isEqualTo("online");
    }

    private static String availability(Answer viewer, Guest seen) {
        return ask(viewer, List.of(seen.playerId())).text("/players/0/availability");
    }

    private static void visible(Guest player, String to, int revision) {
        var body = "{\"crossPlay\":\"allowed\",\"accessibility\":{},\"presence\":\"" + to + "\"}";
        var saved = player.send("PUT", "/v1/preferences", Map.of("if-match", "\"" + revision + "\""), body);
        assertThat(saved.status()).isEqualTo(200);
    }

    private static double reads() {
        return Stream.of("LiveTable", "NoticesTable", "PlayersTable")
                .mapToDouble(
                        table -> game.stack().consumed(game.stack().ref(table)).readUnits())
                .sum();
    }

    private static void befriend(Answer one, Answer other) {
        send("PUT", one, "/v1/friends/" + other.text("/playerId"), "", Map.of());
        assertThat(send("PUT", other, "/v1/friends/" + one.text("/playerId"), "", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static void visible(Answer player, String to) {
        var body = "{\"crossPlay\":\"allowed\",\"accessibility\":{},\"presence\":\"" + to + "\"}";
        assertThat(send("PUT", player, "/v1/preferences", body, Map.of("if-match", "\"0\""))
                        .status())
                .isEqualTo(200);
    }

    private static void say(Answer player, String body, int status) {
        assertThat(send("PUT", player, "/v1/presence", body, Map.of()).status()).isEqualTo(status);
    }

    private static JsonNode see(Answer viewer, Answer player) {
        return ask(viewer, List.of(player.text("/playerId"))).json().at("/players/0");
    }

    private static Answer ask(Answer viewer, List<String> players) {
        return send(
                "GET",
                viewer,
                "/v1/presence?players=" + players.stream().collect(Collectors.joining(",")),
                "",
                Map.of());
    }

    private static Answer send(String method, Answer player, String path, String body, Map<String, String> more) {
        var headers = new TreeMap<>(more);
        headers.put("authorization", "Bearer " + player.text("/accessToken"));
        headers.put("content-type", "application/json");
        return game.send(method, path, headers, body);
    }
}
