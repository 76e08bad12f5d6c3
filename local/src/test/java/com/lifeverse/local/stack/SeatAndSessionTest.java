package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a seat has to do with the session that it came with, and with that session's connection. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class SeatAndSessionTest {
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
    void aLostConnectionKeepsTheSeatForTheGraceAndANewOneBringsItBack() {
        var ann = Guest.on(game, "ann");
        var ben = Guest.on(game, "ben");
        var party = ann.party();
        ben.join(party);
        ben.connect(party);
        lose(open(ben));
        assertThat(ben.stateIn(ann.read(party))).isEqualTo("DISCONNECTED");

        game.stack().advance(Duration.ofSeconds(90));
        open(ben);
        game.stack().settle();
        assertThat(ben.stateIn(ann.read(party))).isEqualTo("CONNECTED");
        game.stack().advance(Duration.ofSeconds(60));
        assertThat(ben.stateIn(ann.read(party)))
                .as("after the grace of the first loss")
                .isEqualTo("CONNECTED");
    }

    @Test
    void aConnectionThatComesAfterTheGraceBringsNoSeatBack() {
        var ann = Guest.on(game, "ann-2");
        var ben = Guest.on(game, "ben-2");
        var party = ann.party();
        ben.join(party);
        lose(open(ben));
        game.stack().advance(Duration.ofSeconds(135));
        open(ben);
        game.stack().settle();
        assertThat(ben.stateIn(ann.read(party))).isEmpty();
    }

    @Test
    void aTokenWhoseSessionIsOverTakesNoSeat() {
        var ann = Guest.on(game, "ann-3");
        var ben = Guest.on(game, "ben-3");
        var party = ann.party();
        var code = ann.send("PUT", "/v1/groups/" + party + "/join-code", "").text("/joinCode");
        ben.send("DELETE", "/v1/sessions/" + ben.sessionId(), "");

        assertEnded(ben.join(party));
        assertEnded(ben.send("POST", "/v1/group-joins", "{\"code\":\"%s\"}".formatted(code)));
        assertEnded(ben.create("party", ""));
        assertEnded(ben.connect(party));
        assertThat(ann.read(party).json().path("members")).hasSize(1);
    }

    @Test
    void aDeviceThatWasReplacedTakesNoSeatAndItsSuccessorDoes() {
        var ann = Guest.on(game, "ann-4");
        var console = Guest.on(game, "ben-4");
        var phone = Guest.on(game, "ben-4", "android");
        var party = ann.party();

        assertEnded(console.join(party));
        assertThat(phone.stateIn(phone.join(party))).isEqualTo("JOINED");
    }

    @Test
    void aLostSessionDisconnectsEverySeatAndThereAreNotMoreThanOneMayHave() {
        var ann = Guest.on(game, "ann-5");
        var ben = Guest.on(game, "ben-5");
        var parties = new ArrayList<String>();
        while (parties.size() < 50) {
            parties.add(ben.party());
            if (parties.size() % 20 == 0) {
                // No more may be made in a minute.
                game.stack().advance(Duration.ofMinutes(1));
            }
        }
        assertThat(ben.create("party", "").text("/type")).isEqualTo("/problems/too-many-groups");
        assertThat(ben.join(ann.party()).status()).isEqualTo(409);
        game.stack().settle();

        var listed = new TreeSet<String>();
        var page = ben.send("GET", "/v1/groups", "");
        while (true) {
            page.json()
                    .path("groups")
                    .forEach(group -> listed.add(group.path("groupId").asText()));
            if (!page.json().has("cursor")) {
                break;
            }
            page = ben.send("GET", "/v1/groups?cursor=" + page.text("/cursor"), "");
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(parties);
        assertThat(ben.send("GET", "/v1/groups?cursor=elsewhere", "").status()).isEqualTo(400);

        ben.send("DELETE", "/v1/sessions/" + ben.sessionId(), "");
        game.stack().settle();
        var again = Guest.on(game, "ben-5");
        assertThat(parties)
                .allSatisfy(
                        party -> assertThat(again.stateIn(again.read(party))).isEqualTo("DISCONNECTED"));
    }

    private static void assertEnded(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(401);
        assertThat(answer.text("/type")).isEqualTo("/problems/session-ended");
    }

    private static Socket open(Guest guest) {
        var ticket = guest.send("POST", "/v1/notice-tickets", "").text("/ticket");
        return Socket.open(HTTP, game.stack().noticesUrl() + "/live?ticket=" + ticket);
    }

    private static void lose(Socket socket) {
        socket.close();
        socket.status();
        game.stack().settle();
    }
}
