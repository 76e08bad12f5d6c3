package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Groups too large for one item, as players and their server meet them: over the same routes as all others. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class CrowdTest {
    private Game game;
    private Guest ann;
    private Guest ben;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
        ann = Guest.on(game, "ann");
        ben = Guest.on(game, "ben");
    }

    @AfterEach
    void stop() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void playersComeAndGoAndSeeNobodyButThemselves() {
        var festival = festival(3);
        assertThat(ann.stateIn(ann.join(festival))).isEqualTo("JOINED");
        assertThat(ben.stateIn(ben.join(festival))).isEqualTo("JOINED");
        game.stack().settle();
        var seen = ann.read(festival);
        assertThat(seen.json().path("membersHidden").asBoolean()).isTrue();
        assertThat(seen.json().path("members")).hasSize(1);
        assertThat(seen.json().path("openSeats").asInt()).isEqualTo(1);
        assertThat(ann.send("GET", "/v1/groups", "").json().findValuesAsText("groupId"))
                .containsExactly(festival);

        var cleo = Guest.on(game, "cleo");
        var dora = Guest.on(game, "dora");
        assertThat(cleo.join(festival).status()).isEqualTo(200);
        assertProblem(dora.join(festival), 409, "group-full");
        assertProblem(dora.read(festival), 404, "group-not-found");
        assertThat(ben.leave(festival).status()).isEqualTo(204);
        game.stack().settle();
        assertThat(dora.stateIn(dora.join(festival))).isEqualTo("JOINED");
    }

    @Test
    void itsServerSeesEverybodyAndPutsPlayersOut() {
        var festival = festival(100);
        ann.join(festival);
        ben.join(festival);
        var path = "/v1/server-groups/" + festival;
        var roll = serve("GET", path + "/members");
        assertThat(roll.json().path("members").findValuesAsText("playerId"))
                .containsExactlyInAnyOrder(ann.playerId(), ben.playerId());
        assertThat(serve("GET", path + "/members?cursor=x").status()).isEqualTo(400);
        assertThat(ann.send("GET", path + "/members", "").status()).isEqualTo(403);

        assertThat(serve("DELETE", path + "/members/" + ben.playerId()).status())
                .isEqualTo(200);
        assertProblem(ben.join(festival), 403, "group-not-joinable");
        assertProblem(ben.read(festival), 404, "group-not-found");
        assertProblem(ann.remove(festival, ben.playerId()), 403, "not-group-leader");
        assertProblem(ann.send("DELETE", "/v1/groups/" + festival, ""), 403, "not-group-leader");

        assertThat(serve("DELETE", path).text("/ended/reason")).isEqualTo("closed");
        assertThat(ann.read(festival).text("/ended/reason")).isEqualTo("closed");
    }

    @Test
    void aMemberInvitesAndTheSeatOfALostSessionIsKeptForTheGrace() {
        var plaza = ann.create("plaza", ",\"joinability\":\"INVITE_ONLY\"").text("/groupId");
        assertThat(ann.stateIn(ann.read(plaza))).isEqualTo("JOINED");
        assertProblem(ben.join(plaza), 403, "group-not-joinable");
        assertThat(ann.invite(plaza, ben).status()).isEqualTo(200);
        assertThat(ben.stateIn(ben.read(plaza))).isEqualTo("INVITED");
        assertThat(ben.stateIn(ben.join(plaza))).isEqualTo("JOINED");

        ben.send("DELETE", "/v1/sessions/" + ben.sessionId(), "");
        game.stack().settle();
        var back = Guest.on(game, "ben");
        assertThat(back.stateIn(back.read(plaza))).isEqualTo("DISCONNECTED");
        assertThat(back.stateIn(back.connect(plaza))).isEqualTo("CONNECTED");
        back.send("DELETE", "/v1/sessions/" + back.sessionId(), "");
        game.stack().settle();
        game.stack().advance(Duration.ofMinutes(3));
        var late = Guest.on(game, "ben");
        assertProblem(late.read(plaza), 404, "group-not-found");
    }

    @Test
    void anEmptyCrowdEndsAfterFiveMinutesAndAFoundOneCanBeJoined() {
        var festival = festival(50);
        game.stack().settle();
        var query = "/v1/open-groups?template=festival";
        var found = ann.send("GET", query, "").json().at("/groups/0");
        assertThat(found.path("groupId").asText()).isEqualTo(festival);
        assertThat(found.path("openSeats").asInt()).isEqualTo(50);
        ann.join(festival);
        game.stack().settle();
        assertThat(ben.send("GET", query, "").json().at("/groups/0/openSeats").asInt())
                .isEqualTo(49);

        game.stack().advance(Duration.ofMinutes(4));
        ann.leave(festival);
        game.stack().settle();
        game.stack().advance(Duration.ofSeconds(299));
        assertThat(serve("GET", "/v1/server-groups/" + festival).json().has("ended"))
                .isFalse();
        game.stack().advance(Duration.ofSeconds(12));
        assertThat(serve("GET", "/v1/server-groups/" + festival).text("/ended/reason"))
                .isEqualTo("empty");
        assertThat(ben.send("GET", query, "").json().path("groups")).isEmpty();
    }

    @Test
    void everySeatIsTakenThoughTheSectionsHaveOneOrNone() {
        var festival = festival(12);
        var seated = new ArrayList<Guest>();
        for (int i = 0; i < 14; i++) {
            var guest = Guest.on(game, "guest-" + i);
            if (guest.join(festival).status() == 200) {
                seated.add(guest);
            }
        }
        assertThat(seated).hasSize(12);
        assertThat(serve("GET", "/v1/server-groups/" + festival + "/members")
                        .json()
                        .path("members"))
                .hasSize(12);
    }

    @Test
    void whatTheServerChangesIsBasedOnWhatItHasSeen() {
        var path = "/v1/server-groups/" + festival(5);
        var etag = serve("GET", path).header("etag");
        var body = "{\"searchable\":{\"mode\":\"concert\"}}";
        assertThat(game.serve("PATCH", path, Map.of("if-match", etag), body).text("/searchable/mode"))
                .isEqualTo("concert");
        assertProblem(game.serve("PATCH", path, Map.of("if-match", etag), body), 412, "group-changed");
    }

    private String festival(int seats) {
        var made = game.serve(
                "POST", "/v1/server-groups", Map.of(), "{\"template\":\"festival\",\"seats\":%d}".formatted(seats));
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        return made.text("/groupId");
    }

    private Answer serve(String method, String path) {
        return game.serve(method, path, Map.of(), "");
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.response().body()).contains("/problems/" + slug);
        assertThat(answer.status()).isEqualTo(status);
    }
}
