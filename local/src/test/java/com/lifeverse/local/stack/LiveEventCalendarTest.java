package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Product and marketing have live events in the calendars that they use. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class LiveEventCalendarTest {
    private static final String LINKS = "/v1/live-event-calendar-links";
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-04T18:00","duration":"P1D","time":"player-local"},"overrides":{"xp.multiplier":2}}""";

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
    void aLinkShowsWhatIsPublishedAndNothingElse() {
        var path = link();
        assertThat(read(path, "").response().body()).contains("BEGIN:VCALENDAR").doesNotContain("feast");
        save();
        assertThat(read(path, "").response().body()).doesNotContain("feast");
        publish();
        var feed = read(path, "");
        assertThat(feed.header("content-type")).isEqualTo("text/calendar; charset=utf-8");
        assertThat(feed.response().body()).contains("UID:feast/2026-12-04T18:00", "DTSTART:20261204T180000\r\n");
        assertThat(read(path, feed.header("etag")).status()).isEqualTo(304);
        game.stack().advance(Duration.ofDays(1));
        assertThat(read(path, feed.header("etag")).status()).isEqualTo(200);
    }

    @Test
    void withoutALinkOfOursOrBehindItsLastDayNothingIsShown() {
        var path = link();
        for (var wrong : new String[] {
            path.replace("marketing", "product"),
            path.replaceAll("until=[0-9-]+", "until=2099-01-01"),
            path.replaceAll("key=.*", "key=" + "A".repeat(43)),
            path.replaceAll("until=[0-9-]+", "until=2026-02-30"),
            "/v1/live-event-calendar"
        }) {
            var refused = read(wrong, "");
            assertThat(refused.status()).as(wrong).isEqualTo(403);
            assertThat(refused.text("/type")).isEqualTo("/problems/calendar-link-not-valid");
        }
        game.stack().advance(Duration.ofDays(8));
        assertThat(read(path, "").status()).isEqualTo(403);
    }

    @Test
    void onlyOperatorsMakeLinksAndNoneForEver() {
        var wanted = "{\"for\":\"marketing\",\"days\":7}";
        assertThat(game.send("POST", LINKS, game.staff("author"), wanted).text("/type"))
                .isEqualTo("/problems/role-required");
        for (var wrong : new String[] {
            "{\"for\":\"marketing\",\"days\":367}",
            "{\"for\":\"Marketing\",\"days\":7}",
            "{\"days\":7}",
            "{\"for\":\"marketing\"}"
        }) {
            assertThat(game.send("POST", LINKS, game.staff("operator"), wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private String link() {
        var made = game.send("POST", LINKS, game.staff("operator"), "{\"for\":\"marketing\",\"days\":7}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/until")).isEqualTo("2026-12-08");
        return made.text("/path");
    }

    private Game.Answer read(String path, String tag) {
        return game.send("GET", path, tag.isEmpty() ? Map.of() : Map.of("if-none-match", tag), "");
    }

    private void save() {
        var headers = Map.of(
                "authorization",
                "Bearer " + game.staff("author", "ann"),
                "content-type",
                "application/json",
                "if-match",
                "\"0\"");
        assertThat(game.send("PUT", "/v1/live-events/feast", headers, FEAST).status())
                .isEqualTo(200);
    }

    private void publish() {
        game.send("PUT", "/v1/live-events/feast/approval", game.staff("approver", "bea"), "{\"revision\":1}");
        game.send("PUT", "/v1/live-events/feast/publication", game.staff("operator", "cid"), "{\"revision\":1}");
    }
}
