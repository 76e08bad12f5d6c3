package com.lifeverse.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Game.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How people go through a day with the game: over HTTP and push, in virtual time, on one stack. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class JourneysTest {
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
        assertEnded(console.renews(), "handed-over");
        assertEnded(console.plays().send("DELETE", session, ""), "handed-over");
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
        assertProblem(slow.plays().join(party), 403, "group-not-joinable");
    }

    @Test
    void aDeafPlayerFindsACrossPlayGroupAndHasCaptionsThereWithoutBeingNamed() {
        var host = Persona.listening(game, "host", "pc");
        var deaf = Persona.listening(game, "deaf", "playstation");
        deaf.prefers("allowed", "\"captions\":true");
        var lobby = host.plays().create("lobby", ",\"region\":\"eu-north\"").text("/groupId");
        game.stack().settle();

        var found = deaf.plays().send("GET", "/v1/open-groups?template=lobby&region=eu-north", "");
        assertThat(found.text("/groups/0/groupId")).isEqualTo(lobby);
        assertThat(host.plays().read(lobby).json().path("features")).isEmpty();
        assertThat(deaf.plays().join(lobby).status()).isEqualTo(200);
        assertThat(host.hears("group").path("about").asText()).isEqualTo(lobby);
        var seen = host.plays().read(lobby);
        assertThat(seen.text("/features/0")).isEqualTo("captions");
        assertThat(seen.json().path("members").toString()).doesNotContain("captions");
        assertThat(told(lobby)).doesNotContain("captions");
    }

    @Test
    void anOptedOutPlayerIsNeverGroupedAcrossPlatforms() {
        var host = Persona.on(game, "open-host", "pc");
        var shy = Persona.on(game, "shy", "switch");
        shy.prefers("samePlatformOnly", "");
        var lobby = host.plays().create("lobby", ",\"region\":\"eu-west\"").text("/groupId");
        var own = shy.plays().create("lobby", ",\"region\":\"eu-west\"").text("/groupId");
        game.stack().settle();

        var search = "/v1/open-groups?template=lobby&region=eu-west";
        assertThat(shy.plays().send("GET", search, "").json().findValuesAsText("groupId"))
                .containsExactly(own);
        assertThat(host.plays().send("GET", search, "").json().findValuesAsText("groupId"))
                .containsExactly(lobby);
        assertProblem(shy.plays().join(lobby), 409, "cross-play-not-possible");
        assertProblem(host.plays().join(own), 409, "cross-play-not-possible");
        assertThat(Persona.on(game, "likewise", "switch").plays().join(own).status())
                .isEqualTo(200);
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
        assertProblem(ben.plays().join(party), 403, "group-not-joinable");

        ann.plays().invite(party, ben.plays());
        assertThat(ben.hears("group").path("about").asText()).isEqualTo(party);
        assertThat(ben.plays().join(party).status()).isEqualTo(200);
        assertProblem(ben.plays().remove(party, ann.playerId()), 403, "not-group-leader");
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
            assertProblem(answer, 403, "player-banned");
            assertThat(answer.text("/until")).isEqualTo(until.toString());
        }
        assertThat(ann.sees(cheater, party)).isEqualTo("DISCONNECTED");
        pass(Duration.ofSeconds(130));
        assertThat(ann.sees(cheater, party)).isEmpty();
    }

    @Test
    void maintenanceInMidSessionLetsWhoPlaysGoOnAndTellsWhoComesUntilWhen() {
        var ann = Persona.listening(game, "in-the-middle", "pc");
        var party = ann.plays().party();
        var until = game.stack().now().plus(Duration.ofHours(2));
        game.send(
                "PUT",
                "/v1/gates/maintenance",
                game.staff("operator"),
                "{\"until\":\"" + until + "\",\"message\":\"patch-day\"}");
        pass(Duration.ofSeconds(6));

        assertThat(ann.renews().status()).isEqualTo(200);
        assertThat(ann.plays().read(party).status()).isEqualTo(200);
        game.win(ann.playerId(), "match-in-maintenance");
        assertThat(ann.hears("inbox").path("topic").asText()).isEqualTo("inbox");
        var refused = game.signIn("late-comer");
        assertProblem(refused, 503, "maintenance");
        assertThat(refused.text("/until")).isEqualTo(until.toString());
        assertThat(refused.text("/action")).isEqualTo("wait");
        assertThat(refused.text("/message")).isEqualTo("patch-day");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(7_100, 7_200);
        pass(Duration.ofHours(2));
        assertThat(game.signIn("late-comer").status()).isEqualTo(201);
    }

    @Test
    void aPhoneAsleepForAnHourHearsWhyItsSessionIsOverAndStartsAnew() {
        var ann = Persona.on(game, "awake", "pc");
        var phone = Persona.listening(game, "sleepy", "android");
        var party = ann.plays().party("");
        ann.plays().invite(party, phone.plays());
        phone.plays().join(party);
        ann.keepsPlaying(Duration.ofHours(1));

        phone.isHungUp();
        assertEnded(phone.renews(), "lease-expired");
        assertThat(ann.sees(phone, party)).isNotEqualTo("CONNECTED");
        var why = game.get("/v1/sessions/" + phone.plays().sessionId() + "/history", game.staff("viewer"));
        assertThat(why.text("/why")).endsWith("closed, asleep or offline.");
        var woken = Persona.listening(game, "sleepy", "android");
        assertThat(woken.playerId()).isEqualTo(phone.playerId());
        assertThat(woken.plays().connect(party).status()).isEqualTo(404);
    }

    /** What the group's last write told the bus. */
    private static String told(String group) {
        var key = Map.of("pk", AttributeValue.fromS(group), "sk", AttributeValue.fromS("group"));
        var item = game.stack()
                .tables()
                .getItem(get -> get.tableName(game.stack().ref("GroupsTable")).key(key))
                .item();
        return String.valueOf(item.getOrDefault("out", AttributeValue.fromS("")).s());
    }

    private static void pass(Duration time) {
        game.stack().settle();
        game.stack().advance(time);
    }

    private static void assertEnded(Answer answer, String reason) {
        assertProblem(answer, 401, "session-ended");
        assertThat(answer.text("/reason")).isEqualTo(reason);
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.response().body()).contains("/problems/" + slug);
        assertThat(answer.status()).isEqualTo(status);
    }
}
