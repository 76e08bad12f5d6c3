package com.lifeverse.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How people come and go while they play together: over HTTP and push, in virtual time. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class PartyJourneysTest {
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
    }

    @Test
    void aPlayerGoesOnOnThePhoneInMidPartyAndTheConsoleHearsThatItIsOver() {
        var ann = Persona.listening(game, "ann", "pc");
        var console = Persona.listening(game, "commuter", "playstation");
        var party = ann.plays().party();
        console.plays().join(party);
        console.plays().connect(party);
        pass(Duration.ofSeconds(30));

        var session = "/v1/sessions/" + console.plays().sessionId();
        var code = console.plays().send("POST", session + "/hand-off-codes", "").text("/code");
        var taken = game.post("/v1/hand-offs", """
                {"code":"%s","deviceId":"phone-of-commuter","platform":"android","clientVersion":"1.4.0"}""".formatted(code));
        assertThat(taken.text("/sessionId")).isEqualTo(console.plays().sessionId());
        assertThat(console.hears("session").path("about").asText()).isEqualTo("handed-over");
        console.isHungUp();
        assertThat(ann.sees(console, party)).as("the seat waits").isEqualTo("DISCONNECTED");

        var phone = Persona.of(game, taken).listen();
        assertThat(ann.sees(phone, party)).isEqualTo("CONNECTED");
        assertThat(ann.hears("group").path("about").asText()).isEqualTo(party);
        var back = phone.plays().connect(party);
        assertThat(back.json().path("members").findValuesAsText("platform")).contains("android");
        Problems.assertEnded(console.renews(), "handed-over");
        Problems.assertEnded(console.plays().send("DELETE", session, ""), "handed-over");
        for (int minutes = 0; minutes < 12; minutes += 4) {
            phone.keepsPlaying(Duration.ofMinutes(4));
            assertThat(ann.renews().status()).isEqualTo(200);
        }
        assertThat(ann.sees(phone, party)).isEqualTo("CONNECTED");
    }

    @Test
    void whoIsBackWithinTheGraceHasTheirSeatAndWhoIsNotHasLostIt() {
        var ann = Persona.listening(game, "ann-at-home", "pc");
        var quick = Persona.listening(game, "quick", "switch");
        var slow = Persona.listening(game, "slow", "switch");
        var party = ann.plays().party("");
        for (var guest : List.of(quick, slow)) {
            ann.plays().invite(party, guest.plays());
            guest.plays().join(party);
            guest.plays().connect(party);
            guest.isCutOff();
        }
        assertThat(ann.sees(quick, party)).isEqualTo("DISCONNECTED");

        pass(Duration.ofSeconds(110));
        quick.listen();
        assertThat(ann.sees(quick, party)).isEqualTo("CONNECTED");
        pass(Duration.ofSeconds(30));
        assertThat(ann.sees(quick, party)).isEqualTo("CONNECTED");
        assertThat(ann.sees(slow, party)).isEmpty();
        slow.listen();
        assertThat(slow.plays().connect(party).status()).isEqualTo(404);
        Problems.assertProblem(slow.plays().join(party), 403, "group-not-joinable");
    }

    @Test
    void whoWasKickedComesBackByInvitationOnlyAndHearsOfIt() {
        var ann = Persona.listening(game, "strict", "pc");
        var ben = Persona.listening(game, "noisy", "pc");
        var party = ann.plays().party();
        ben.plays().join(party);
        ben.hears("group");
        assertThat(ann.plays().remove(party, ben.playerId()).status()).isEqualTo(200);
        assertThat(ben.hears("group").path("about").asText()).isEqualTo(party);
        Problems.assertProblem(ben.plays().join(party), 403, "group-not-joinable");

        ann.plays().invite(party, ben.plays());
        assertThat(ben.hears("group").path("about").asText()).isEqualTo(party);
        assertThat(ben.plays().join(party).status()).isEqualTo(200);
        Problems.assertProblem(ben.plays().remove(party, ann.playerId()), 403, "not-group-leader");
    }

    @Test
    void whenTheLeadersConnectionBreaksTheNextLeadsAfterFifteenSecondsAndHearsIt() {
        var ann = Persona.listening(game, "leader", "pc");
        var ben = Persona.listening(game, "next", "switch");
        var party = ann.plays().party();
        ben.plays().join(party);
        ann.plays().connect(party);
        ben.plays().connect(party);
        ann.isCutOff();
        assertThat(ben.sees(ann, party)).isEqualTo("DISCONNECTED");
        assertThat(ben.plays().read(party).text("/leader")).isEqualTo(ann.playerId());

        pass(Duration.ofSeconds(30));
        assertThat(ben.plays().read(party).text("/leader")).isEqualTo(ben.playerId());
        assertThat(ben.hears("group").path("about").asText()).isEqualTo(party);
        ann.listen();
        assertThat(ben.sees(ann, party)).isEqualTo("CONNECTED");
        assertThat(ann.plays().read(party).text("/leader")).isEqualTo(ben.playerId());
    }

    @Test
    void whoIsBannedWhilePlayingHearsWhyIsCutOffAndLosesTheSeat() {
        var ann = Persona.listening(game, "fair", "pc");
        var cheater = Persona.listening(game, "cheater", "pc");
        var party = ann.plays().party();
        cheater.plays().join(party);
        cheater.plays().connect(party);
        var until = game.stack().now().plus(Duration.ofDays(1));
        var banned = game.send(
                "PUT",
                "/v1/players/" + cheater.playerId() + "/ban",
                game.staff("operator"),
                "{\"reason\":\"cheating\",\"until\":\"" + until + "\"}");
        assertThat(banned.status()).isEqualTo(200);

        assertThat(cheater.hears("session").path("about").asText()).isEqualTo("banned");
        cheater.isHungUp();
        for (var answer : List.of(
                cheater.renews(), game.signIn("cheater"), cheater.plays().join(party))) {
            Problems.assertProblem(answer, 403, "player-banned");
            assertThat(answer.text("/until")).isEqualTo(until.toString());
        }
        assertThat(ann.sees(cheater, party)).isEqualTo("DISCONNECTED");
        pass(Duration.ofSeconds(130));
        assertThat(ann.sees(cheater, party)).isEmpty();
    }

    private static void pass(Duration time) {
        game.stack().settle();
        game.stack().advance(time);
    }
}
