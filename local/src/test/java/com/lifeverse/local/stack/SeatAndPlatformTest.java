package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of seats as players go on elsewhere, and as they wish to play with others than before. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class SeatAndPlatformTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @AfterAll
    static void stop() {
        game.close();
        HTTP.close();
    }

    @Test
    void aHandOffToAPlatformThatSomebodyOptedOutOfLosesTheSeatPolitely() {
        var ann = Guest.on(game, "ann", "switch");
        wish(ann, "\"samePlatformOnly\"", 0);
        var ben = Guest.on(game, "ben", "switch");
        var party = ann.party();
        ben.join(party);
        open(ben);
        game.stack().settle();
        var phone = handOff(ben, "phone-of-ben", "ios");
        game.stack().settle();

        var seen = ann.read(party);
        assertThat(ben.stateIn(seen)).isEqualTo("DISCONNECTED");
        assertThat(member(seen, ben, "apart")).isEqualTo("true");
        assertThat(member(seen, ben, "platform")).isEqualTo("switch");

        var socket = open(phone);
        game.stack().settle();
        assertThat(ben.stateIn(ann.read(party))).as("a connection is no way in").isEqualTo("DISCONNECTED");
        assertThat(phone.connect(party).text("/type")).isEqualTo("/problems/cross-play-not-possible");

        game.stack().advance(Duration.ofSeconds(135));
        game.stack().settle();
        assertThat(ben.stateIn(ann.read(party))).isEmpty();
        assertThat(socket.next().path("topic").asText()).as("they are told").isEqualTo("group");
    }

    @Test
    void whoHandsTheSessionBackWithinTheGraceHasTheSeatAgain() {
        var ann = Guest.on(game, "ann-2", "switch");
        wish(ann, "\"samePlatformOnly\"", 0);
        var ben = Guest.on(game, "ben-2", "switch");
        var party = ann.party();
        ben.join(party);
        var phone = handOff(ben, "phone-of-ben-2", "ios");
        game.stack().settle();
        var back = handOff(phone, "device-of-ben-2", "switch");
        game.stack().settle();
        open(back);
        game.stack().settle();

        assertThat(ben.stateIn(ann.read(party))).isEqualTo("CONNECTED");
        assertThat(member(ann.read(party), ben, "apart")).isEmpty();
    }

    @Test
    void aHandOffWithinAPartyThatPlaysWithEverybodyTakesTheSeatAlong() {
        var ann = Guest.on(game, "ann-3", "switch");
        var ben = Guest.on(game, "ben-3", "switch");
        var party = ann.party();
        ben.join(party);
        handOff(ben, "phone-of-ben-3", "ios");
        game.stack().settle();

        assertThat(member(ann.read(party), ben, "platform")).isEqualTo("ios");
        assertThat(ben.stateIn(ann.read(party))).isEqualTo("JOINED");
    }

    @Test
    void inACrowdTooWhoGoesOnWhereItIsNotPlayedIsApart() {
        var ann = Guest.on(game, "ann-4", "switch");
        var plaza = ann.create("plaza", ",\"platforms\":[\"switch\",\"pc\"]").text("/groupId");
        handOff(ann, "phone-of-ann-4", "ios");
        game.stack().settle();

        var seen = ann.read(plaza);
        assertThat(ann.stateIn(seen)).isEqualTo("DISCONNECTED");
        assertThat(member(seen, ann, "apart")).isEqualTo("true");
    }

    @Test
    void whoOptsOutWhileInAGroupIsHonouredAtEveryLaterJoinAndNobodyIsPutOut() {
        var ann = Guest.on(game, "ann-5", "switch");
        var ben = Guest.on(game, "ben-5", "ios");
        var cleo = Guest.on(game, "cleo-5", "ios");
        var party = ann.party();
        ben.join(party);
        var socket = open(ann);
        game.stack().settle();
        wish(ann, "\"samePlatformOnly\"", 0);
        game.stack().settle();

        assertThat(cleo.join(party).text("/type")).isEqualTo("/problems/cross-play-not-possible");
        assertThat(ben.stateIn(ann.read(party))).isEqualTo("JOINED");
        assertThat(ann.read(party).json().path("againstOwnWish").asBoolean()).isTrue();
        assertThat(ben.read(party).json().has("againstOwnWish"))
                .as("it is hers")
                .isFalse();
        assertThat(socket.next().path("about").asText()).as("she is told").isEqualTo(party);

        ben.leave(party);
        assertThat(ann.read(party).json().has("againstOwnWish")).isFalse();
        wish(ann, "\"allowed\"", 1);
        game.stack().settle();
        assertThat(cleo.join(party).status()).isEqualTo(200);
    }

    @Test
    void whoOptsOutInACrowdIsApartUntilTheyTakeItBack() {
        var ann = Guest.on(game, "ann-7", "switch");
        var ben = Guest.on(game, "ben-7", "ios");
        var plaza = ann.create("plaza", "").text("/groupId");
        var socket = open(ann);
        game.stack().settle();
        wish(ann, "\"samePlatformOnly\"", 0);
        game.stack().settle();

        assertThat(ben.join(plaza).status()).as("nobody is kept out for her").isEqualTo(200);
        assertThat(ann.stateIn(ann.read(plaza))).isEqualTo("DISCONNECTED");
        assertThat(member(ann.read(plaza), ann, "apart")).isEqualTo("true");
        assertThat(socket.next().path("about").asText()).as("she is told").isEqualTo(plaza);
        assertThat(ann.connect(plaza).text("/type")).isEqualTo("/problems/cross-play-not-possible");

        wish(ann, "\"allowed\"", 1);
        game.stack().settle();
        assertThat(ann.connect(plaza).status()).isEqualTo(200);
        assertThat(ann.stateIn(ann.read(plaza))).isEqualTo("CONNECTED");
    }

    @Test
    void whoComesInBeforeAWishIsHeardOfIsApart() {
        var ann = Guest.on(game, "ann-6", "switch");
        var ben = Guest.on(game, "ben-6", "ios");
        var party = ann.party();
        game.stack().settle();
        wish(ann, "\"samePlatformOnly\"", 0);
        game.stack().advance(Duration.ofMillis(1));
        var joined = ben.join(party);
        game.stack().settle();

        assertThat(joined.status()).isIn(200, 409);
        assertThat(ben.stateIn(ann.read(party))).isNotEqualTo("JOINED").isNotEqualTo("CONNECTED");
    }

    private static void wish(Guest guest, String crossPlay, int revision) {
        var body = "{\"crossPlay\":%s,\"accessibility\":{},\"presence\":\"friends\"}".formatted(crossPlay);
        var saved = guest.send("PUT", "/v1/preferences", Map.of("if-match", "\"" + revision + "\""), body);
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(200);
    }

    private static Guest handOff(Guest from, String device, String platform) {
        var code = from.send("POST", "/v1/sessions/" + from.sessionId() + "/hand-off-codes", "")
                .text("/code");
        return Guest.of(game, game.post("/v1/hand-offs", """
                {"code":"%s","deviceId":"%s","platform":"%s","clientVersion":"1.4.0"}""".formatted(code, device, platform)));
    }

    private static String member(Answer group, Guest guest, String field) {
        for (var member : group.json().path("members")) {
            if (member.path("playerId").asText().equals(guest.playerId())) {
                return member.path(field).asText();
            }
        }
        return "";
    }

    private static Socket open(Guest guest) {
        var ticket = guest.send("POST", "/v1/notice-tickets", "").text("/ticket");
        return Socket.open(HTTP, game.stack().noticesUrl() + "/live?ticket=" + ticket);
    }
}
