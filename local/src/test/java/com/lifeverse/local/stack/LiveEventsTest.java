package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Live events come to players through two people. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class LiveEventsTest {
    private static final String FEAST = "/v1/live-events/feast";

    private Game game;

    @BeforeEach
    void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    }

    @AfterEach
    void stop() {
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void anEventIsSavedByOneApprovedByAnotherAndPublishedByAThird() {
        var saved = save("0", feast("2026-12-04T18:00"));
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.header("etag")).isEqualTo("\"1\"");
        assertThat(saved.text("/state")).isEqualTo("draft");
        assertThat(saved.text("/findings/0/code")).isEqualTo("span");

        assertThat(put("/publication", game.staff("operator", "cid"), 1).text("/type"))
                .isEqualTo("/problems/live-event-not-approved");
        assertThat(put("/approval", game.staff("approver", "ann"), 1).text("/type"))
                .isEqualTo("/problems/second-person-required");
        assertThat(put("/approval", game.staff("author", "bea"), 1).text("/type"))
                .isEqualTo("/problems/role-required");
        assertThat(put("/approval", game.staff("approver", "bea"), 1).text("/state"))
                .isEqualTo("approved");
        assertThat(put("/publication", game.staff("operator", "cid"), 1).text("/state"))
                .isEqualTo("published");

        var list = game.get("/v1/live-events", game.staff("viewer"));
        assertThat(list.text("/events/0/event")).isEqualTo("feast");
        assertThat(list.text("/events/0/stage")).isEqualTo("scheduled");
        game.stack().advance(Duration.ofDays(3));
        assertThat(game.get("/v1/live-events", game.staff("viewer")).text("/events/0/stage"))
                .isEqualTo("running");
        var log = game.get(FEAST + "/log", game.staff("viewer")).json().path("entries");
        assertThat(log.findValuesAsText("who")).containsExactly("cid", "bea", "ann");
        assertThat(log.findValuesAsText("action")).containsExactly("published", "approved", "saved");
        assertThat(log.path(0).path("differences").findValuesAsText("pointer")).contains("/when", "/overrides");
    }

    @Test
    void anEventWithAnErrorChangesNothing() {
        save("0", feast("2026-12-04T18:00"));
        var wrong = save("1", feast("2026-12-04T18:00").replace("seasonal", "sesonal"));
        var odd = save("1", feast("2026-12-04T18:00").replace("\"owner\"", "\"ownr\""));
        var elsewhere = save("1", feast("2026-12-04T18:00").replace("\"feast\"", "\"ball\""));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("/violations/0/pointer")).isEqualTo("/labels/0");
        assertThat(odd.json().path("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/owner", "/ownr");
        assertThat(elsewhere.text("/violations/0/pointer")).isEqualTo("/event");
        assertThat(game.get(FEAST, game.staff("viewer")).header("etag")).isEqualTo("\"1\"");
    }

    @Test
    void twoAuthorsDoNotOverwriteEachOtherAndOneMaySaveTwice() {
        save("0", feast("2026-12-04T18:00"));

        assertThat(save("0", feast("2026-12-04T18:00")).header("etag")).isEqualTo("\"1\"");
        assertThat(save("0", feast("2026-12-05T18:00")).text("/type")).isEqualTo("/problems/live-event-changed");
        assertThat(save("", feast("2026-12-05T18:00")).status()).isEqualTo(428);
        assertThat(save("1", feast("2026-12-05T18:00")).header("etag")).isEqualTo("\"2\"");
        assertThat(game.get(FEAST, game.staff("viewer")).text("/document/when/start"))
                .isEqualTo("2026-12-05T18:00");
    }

    @Test
    void anEventThatConflictsWithWhatPlayersHaveIsNotPublished() {
        released("feast", feast("2026-12-04T18:00"));
        var ball = feast("2026-12-04T18:00").replace("\"feast\"", "\"ball\"");
        game.send("PUT", "/v1/live-events/ball", headers("author", "ann", "0"), ball);
        game.send("PUT", "/v1/live-events/ball/approval", game.staff("approver", "bea"), "{\"revision\":1}");
        var refused =
                game.send("PUT", "/v1/live-events/ball/publication", game.staff("operator", "cid"), "{\"revision\":1}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/violations/0/pointer")).isEqualTo("/overrides/xp.multiplier");
        var gone = game.send("DELETE", FEAST + "/publication", headers("operator", "cid", ""), "");
        assertThat(gone.json().has("publishedRevision")).isFalse();
        assertThat(game.send(
                                "PUT",
                                "/v1/live-events/ball/publication",
                                game.staff("operator", "cid"),
                                "{\"revision\":1}")
                        .status())
                .isEqualTo(200);
    }

    private void released(String id, String document) {
        game.send("PUT", "/v1/live-events/" + id, headers("author", "ann", "0"), document);
        game.send("PUT", "/v1/live-events/" + id + "/approval", game.staff("approver", "bea"), "{\"revision\":1}");
        var published = game.send(
                "PUT", "/v1/live-events/" + id + "/publication", game.staff("operator", "cid"), "{\"revision\":1}");
        assertThat(published.status()).isEqualTo(200);
    }

    private Game.Answer save(String version, String document) {
        return game.send("PUT", FEAST, headers("author", "ann", version), document);
    }

    private Map<String, String> headers(String role, String name, String version) {
        var headers = new TreeMap<String, String>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        if (!version.isEmpty()) {
            headers.put("if-match", "\"" + version + "\"");
        }
        return headers;
    }

    private Game.Answer put(String what, String token, int revision) {
        return game.send("PUT", FEAST + what, token, "{\"revision\":" + revision + "}");
    }

    private static String feast(String start) {
        return """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"%s","duration":"P1D","time":"player-local"},"phases":{"preview":"P1D"},
             "overrides":{"xp.multiplier":2}}\
            """.formatted(start);
    }
}
