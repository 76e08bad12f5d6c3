package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parties as players meet them, over HTTP, in virtual time. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class GroupTest {
    private static Game game;
    private static Guest ann;
    private static Guest ben;
    private static Guest cleo;
    private static int test;

    @BeforeAll
    static void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    @BeforeEach
    void signIn() {
        // Others in every test, so that none meets the groups of another.
        test++;
        ann = guest("ann");
        ben = guest("ben");
        cleo = guest("cleo");
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @Test
    void aFriendIsInvitedJoinsAndLeaves() {
        var party = ann.party("");
        assertThat(ann.invite(party, ben).json().path("openSeats").asInt()).isEqualTo(6);
        assertThat(ben.send("GET", "/v1/groups", "")
                        .json()
                        .at("/groups/0/groupId")
                        .asText())
                .isEqualTo(party);
        assertThat(ben.stateIn(ben.join(party))).isEqualTo("JOINED");
        assertThat(ben.stateIn(ben.connect(party))).isEqualTo("CONNECTED");
        assertThat(ben.leave(party).status()).isEqualTo(204);
        assertThat(ben.leave(party).status()).as("again").isEqualTo(204);
        assertThat(ben.read(party).status()).isEqualTo(404);
        assertThat(ben.send("GET", "/v1/groups", "").json().path("groups")).isEmpty();
        assertThat(ann.read(party).json().path("members")).hasSize(1);
    }

    @Test
    void anInvitationThatNobodyAnswersLapsesAfterAMinute() {
        var party = ann.party("");
        ann.invite(party, ben);
        game.stack().advance(Duration.ofSeconds(59));
        assertThat(ben.stateIn(ann.read(party))).isEqualTo("INVITED");
        game.stack().advance(Duration.ofSeconds(1));
        assertThat(ben.stateIn(ann.read(party))).isEmpty();
        assertProblem(ben.join(party), 403, "group-not-joinable");
    }

    @Test
    void aStrangerFindsNothingAtAllUnderAGroupsId() {
        var party = ann.party("");
        var path = "/v1/groups/" + party;
        var etag = Map.of("if-match", ann.read(party).header("etag"));
        assertProblem(cleo.read(party), 404, "group-not-found");
        assertProblem(cleo.send("PATCH", path, etag, "{\"backfill\":true}"), 404, "group-not-found");
        assertProblem(cleo.send("PATCH", path, Map.of("if-match", "\"99\""), "{}"), 404, "group-not-found");
        assertProblem(cleo.send("DELETE", path, ""), 404, "group-not-found");
        assertProblem(
                cleo.send("PUT", path + "/leader", "{\"playerId\":\"%s\"}".formatted(cleo.playerId())),
                404,
                "group-not-found");
        assertProblem(cleo.send("PUT", path + "/join-code", ""), 404, "group-not-found");
        assertProblem(cleo.send("DELETE", path + "/join-code", ""), 404, "group-not-found");
        assertProblem(cleo.send("POST", path + "/ready-check", ""), 404, "group-not-found");
        assertProblem(cleo.send("PUT", path + "/ready-check/answer", "{\"ready\":true}"), 404, "group-not-found");
        assertProblem(cleo.invite(party, ben), 404, "group-not-found");
        assertProblem(cleo.remove(party, ann.playerId()), 404, "group-not-found");
        assertProblem(cleo.leave(party), 404, "group-not-found");
        assertProblem(cleo.connect(party), 404, "group-not-found");
        assertProblem(
                cleo.send("PUT", path + "/members/" + ann.playerId() + "/connection", ""), 404, "group-not-found");
        assertProblem(
                cleo.send("DELETE", path + "/members/" + ann.playerId() + "/connection", ""), 404, "group-not-found");
        assertProblem(
                cleo.send("PATCH", path + "/members/" + ann.playerId(), etag, "{\"properties\":{\"a\":\"b\"}}"),
                404,
                "group-not-found");
        assertThat(ann.stateIn(ann.read(party))).isEqualTo("JOINED");
    }

    @Test
    void aChangeOfWhatHasChangedMeanwhileIsAnsweredWithTheCurrentState() {
        var party = ann.party();
        var seen = ann.read(party).header("etag");
        ben.join(party);
        var stale = ann.change(party, seen, "{\"properties\":{\"map\":\"harbour\"}}");
        assertProblem(stale, 412, "group-changed");
        assertThat(stale.json().at("/current/members")).hasSize(2);
        assertThat(stale.header("etag")).isEqualTo(ann.read(party).header("etag"));
        var changed = ann.change(party, stale.header("etag"), "{\"properties\":{\"map\":\"harbour\"}}");
        assertThat(changed.text("/properties/map")).isEqualTo("harbour");
        var taken = ann.change(party, changed.header("etag"), "{\"properties\":{\"map\":null}}");
        assertThat(taken.json().path("properties")).isEmpty();
        assertProblem(ann.send("PATCH", "/v1/groups/" + party, "{}"), 428, "precondition-required");
        assertProblem(ben.change(party, taken.header("etag"), "{\"backfill\":true}"), 403, "not-group-leader");
    }

    @Test
    void aMemberTellsOfThemselvesAndOfNobodyElse() {
        var party = ann.party();
        var etag = ben.join(party).header("etag");
        var path = "/v1/groups/" + party + "/members/";
        var body = "{\"properties\":{\"class\":\"bard\"}}";
        assertProblem(ben.send("PATCH", path + ann.playerId(), Map.of("if-match", etag), body), 404, "group-not-found");
        var told = ben.send("PATCH", path + ben.playerId(), Map.of("if-match", etag), body);
        assertThat(told.json().path("members").findValuesAsText("class")).containsExactly("bard");
    }

    @Test
    void aJoinCodeLetsInWhoKnowsItUntilItIsReplaced() {
        var party = ann.party("");
        var code = ann.send("PUT", "/v1/groups/" + party + "/join-code", "").text("/joinCode");
        assertThat(code).matches("[0123456789ABCDEFGHJKMNPQRSTVWXYZ]{6}");
        ann.invite(party, cleo);
        assertThat(cleo.read(party).json().has("joinCode"))
                .as("to one who is only invited")
                .isFalse();
        assertThat(byCode(ben, code.toLowerCase(Locale.ROOT)).text("/groupId"))
                .as("as it may be typed")
                .isEqualTo(party);
        var next = ann.send("PUT", "/v1/groups/" + party + "/join-code", "").text("/joinCode");
        assertThat(next).isNotEqualTo(code);
        var dora = guest("dora");
        assertProblem(byCode(dora, code), 404, "join-code-not-found");
        ann.send("DELETE", "/v1/groups/" + party + "/join-code", "");
        assertProblem(byCode(dora, next), 404, "join-code-not-found");
        assertProblem(byCode(dora, "ZZZZZZ"), 404, "join-code-not-found");
    }

    @Test
    void theSameIdempotencyKeyIsTheSameGroup() {
        var key = Map.of("idempotency-key", "\"party-of-ann\"");
        var first = ann.send("POST", "/v1/groups", key, "{\"template\":\"party\"}");
        var again = ann.send("POST", "/v1/groups", key, "{\"template\":\"party\"}");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/groupId")).isEqualTo(first.text("/groupId"));
        assertProblem(ann.send("POST", "/v1/groups", key, "{\"template\":\"lobby\"}"), 422, "idempotency-key-reused");
        assertThat(ben.send("POST", "/v1/groups", key, "{\"template\":\"party\"}")
                        .text("/groupId"))
                .isNotEqualTo(first.text("/groupId"));
    }

    @Test
    void aTemplateHasItsLimits() {
        assertProblem(ann.create("picnic", ""), 400, "invalid-request");
        assertProblem(ann.create("party", ",\"seats\":9"), 400, "invalid-request");
        assertProblem(ann.create("party", ",\"seats\":\"many\""), 400, "invalid-request");
        assertProblem(ann.create("party", ",\"searchable\":{\"colour\":\"red\"}"), 409, "group-setting-not-offered");
        assertProblem(ann.create("match", ""), 403, "not-group-leader");
        assertProblem(ann.create("party", ",\"properties\":{\"a\":1}"), 400, "invalid-request");
    }

    @Test
    void theSeatOfALostSessionIsKeptForTheGraceAndTheNextLeads() {
        var party = ann.party();
        ben.join(party);
        ann.send("DELETE", "/v1/sessions/" + ann.sessionId(), "");
        game.stack().settle();
        assertThat(ann.stateIn(ben.read(party))).isEqualTo("DISCONNECTED");
        assertThat(ben.read(party).text("/leader")).isEqualTo(ann.playerId());
        game.stack().advance(Duration.ofSeconds(16));
        assertThat(ben.read(party).text("/leader")).isEqualTo(ben.playerId());
        var back = Guest.on(game, "ann-" + test, "android");
        assertThat(back.stateIn(back.connect(party))).isEqualTo("CONNECTED");
        assertThat(back.read(party).text("/leader")).isEqualTo(ben.playerId());
    }

    @Test
    void everybodyIsAskedWhetherTheyAreReady() {
        var party = ann.party();
        ben.join(party);
        var path = "/v1/groups/" + party + "/ready-check";
        assertProblem(ben.send("POST", path, ""), 403, "not-group-leader");
        assertThat(ann.send("POST", path, "").json().at("/readyCheck/asked")).hasSize(2);
        ann.send("PUT", path + "/answer", "{\"ready\":true}");
        var last = ben.send("PUT", path + "/answer", "{\"ready\":true}");
        assertThat(last.text("/readyCheck/result")).isEqualTo("PASSED");
        assertProblem(ben.send("PUT", path + "/answer", "{\"ready\":false}"), 409, "ready-check-not-possible");
        ann.send("POST", path, "");
        game.stack().advance(Duration.ofMinutes(3));
        assertThat(ben.read(party).text("/readyCheck/result")).isEqualTo("FAILED");
    }

    @Test
    void aGroupEndsWhenItsLeaderSaysSoOrEverybodyIsGone() {
        var party = ann.party();
        ben.join(party);
        assertProblem(ben.send("DELETE", "/v1/groups/" + party, ""), 403, "not-group-leader");
        assertThat(ann.send("DELETE", "/v1/groups/" + party, "").text("/ended/reason"))
                .isEqualTo("closed");
        assertThat(ben.read(party).text("/ended/reason")).isEqualTo("closed");
        assertProblem(cleo.join(party), 410, "group-ended");
        var left = ann.party();
        ann.leave(left);
        game.stack().advance(Duration.ofMinutes(5));
        assertProblem(cleo.join(left), 410, "group-ended");
    }

    @Test
    void aMatchIsItsServersAndNoPlayersToLead() {
        var made = game.serve(
                "POST",
                "/v1/server-groups",
                Map.of("idempotency-key", "\"match-of-the-evening\""),
                "{\"template\":\"match\",\"region\":\"eu-central\",\"seats\":4}");
        assertThat(made.status()).as(made.response().body()).isEqualTo(201);
        var match = made.text("/groupId");
        var path = "/v1/server-groups/" + match;
        assertThat(ben.join(match).status()).isEqualTo(200);
        assertThat(ben.join(match).json().has("leader")).isFalse();
        assertProblem(
                ben.send("PUT", "/v1/groups/" + match + "/leader", "{\"playerId\":\"%s\"}".formatted(ben.playerId())),
                409,
                "group-setting-not-offered");
        assertProblem(ben.remove(match, cleo.playerId()), 403, "not-group-leader");
        var etag = Map.of("if-match", game.serve("GET", path, Map.of(), "").header("etag"));
        var changed = game.serve("PATCH", path, etag, "{\"searchable\":{\"mode\":\"duel\"},\"backfill\":true}");
        assertThat(changed.text("/searchable/mode")).isEqualTo("duel");
        assertThat(game.serve("DELETE", path + "/members/" + ben.playerId(), Map.of(), "")
                        .json()
                        .path("members"))
                .isEmpty();
        assertProblem(ben.join(match), 403, "group-not-joinable");
        assertThat(game.serve("DELETE", path, Map.of(), "").text("/ended/reason"))
                .isEqualTo("closed");
        var party = ann.party();
        assertProblem(game.serve("GET", "/v1/server-groups/" + party, Map.of(), ""), 404, "group-not-found");
        assertThat(ann.send("GET", "/v1/server-groups/" + party, "").status()).isEqualTo(403);
    }

    @Test
    void whoSignsInElsewhereInMidPartyFindsTheSeatWaiting() {
        var party = ann.party();
        ben.join(party);
        ben.connect(party);
        // The same player on another device: the console's session is replaced, and its seat waits.
        var phone = Guest.on(game, "ben-" + test, "android");
        game.stack().settle();
        assertThat(ben.stateIn(ann.read(party))).isEqualTo("DISCONNECTED");
        var back = phone.connect(party);
        assertThat(phone.stateIn(back)).isEqualTo("CONNECTED");
        assertThat(back.json().path("members").findValuesAsText("platform")).contains("android");
        game.stack().advance(Duration.ofMinutes(3));
        assertThat(phone.stateIn(ann.read(party))).isEqualTo("CONNECTED");
    }

    @Test
    void aFriendOfTheLeaderNeedsNoInvitationAndABlockedPlayerGetsNone() {
        var party = ann.party(",\"joinability\":\"FRIENDS_OF_LEADER\"");
        assertProblem(ben.join(party), 403, "group-not-joinable");
        ann.send("PUT", "/v1/friends/" + ben.playerId(), "");
        ben.send("PUT", "/v1/friends/" + ann.playerId(), "");
        assertThat(ben.join(party).status()).isEqualTo(200);
        cleo.send("PUT", "/v1/blocks/" + ben.playerId(), "");
        assertProblem(ann.invite(party, cleo), 403, "invitation-refused");
    }

    private static Guest guest(String name) {
        return Guest.on(game, name + "-" + test);
    }

    private static Answer byCode(Guest guest, String code) {
        return guest.send("POST", "/v1/group-joins", "{\"code\":\"%s\"}".formatted(code));
    }

    private static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.response().body()).contains("/problems/" + slug);
        assertThat(answer.status()).isEqualTo(status);
    }
}
