package com.lifeverse.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How people meet the game in all sorts of ways: over HTTP and push, in virtual time. */
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
        Problems.assertProblem(shy.plays().join(lobby), 409, "cross-play-not-possible");
        Problems.assertProblem(host.plays().join(own), 409, "cross-play-not-possible");
        assertThat(Persona.on(game, "likewise", "switch").plays().join(own).status())
                .isEqualTo(200);
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
        Problems.assertProblem(refused, 503, "maintenance");
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
        Problems.assertEnded(phone.renews(), "lease-expired");
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
}
