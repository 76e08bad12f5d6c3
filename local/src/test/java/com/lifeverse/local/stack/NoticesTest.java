package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How players hear that something has changed: by WebSocket, else by a poll, else by the next renewal. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class NoticesTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(START));
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @AfterAll
    static void stop() {
        game.close();
        HTTP.close();
    }

    @Test
    void whoIsConnectedHearsOfAMessageAtOnce() {
        var player = game.signIn("listener");
        var socket = connect(player);

        game.win(player.text("/playerId"), "match-heard");
        game.stack().settle();

        var notice = socket.next();
        assertThat(notice.path("topic").asText()).isEqualTo("inbox");
        assertThat(game.inbox(player.text("/accessToken")).findValuesAsText("messageId"))
                .contains(notice.path("about").asText());
    }

    @Test
    void aTicketOpensOneConnection() {
        var player = game.signIn("once");
        var ticket = ticket(player);
        Socket.open(HTTP, address(ticket));

        assertThat(Socket.handshake(HTTP, address(ticket))).isEqualTo(401);
    }

    @Test
    void aTicketIsGoodForFiveMinutes() {
        var player = game.signIn("late");
        var ticket = ticket(player);
        game.stack().advance(Duration.ofMinutes(5));

        assertThat(Socket.handshake(HTTP, address(ticket))).isEqualTo(401);
    }

    @Test
    void withoutATicketNobodyConnects() {
        assertThat(Socket.handshake(HTTP, game.stack().noticesUrl() + "/live")).isEqualTo(401);
        assertThat(Socket.handshake(HTTP, game.stack().noticesUrl() + "/dead")).isEqualTo(403);
    }

    @Test
    void theOldDeviceHearsThatItWasReplacedAndIsCutOff() {
        var old = connect(game.signIn("mover"));
        game.signIn("mover");
        game.stack().settle();

        var last = old.next();
        assertThat(last.path("topic").asText()).isEqualTo("session");
        assertThat(last.path("about").asText()).isEqualTo("replaced");
        assertThat(old.status()).isEqualTo(1001);
    }

    @Test
    void anEndedSessionGetsNoTicketAndNoAnswerToItsPoll() {
        var player = game.signIn("leaver");
        game.send("DELETE", "/v1/sessions/" + player.text("/sessionId"), bearer(player), "");

        assertThat(game.send("POST", "/v1/notice-tickets", bearer(player), "").text("/type"))
                .isEqualTo("/problems/session-ended");
        assertThat(game.send("GET", "/v1/notices", bearer(player), "").text("/type"))
                .isEqualTo("/problems/session-ended");
    }

    @Test
    void aTicketDiesWithItsSession() {
        var player = game.signIn("quitter");
        var ticket = ticket(player);
        game.send("DELETE", "/v1/sessions/" + player.text("/sessionId"), bearer(player), "");
        game.stack().settle();

        assertThat(Socket.handshake(HTTP, address(ticket))).isEqualTo(401);
    }

    @Test
    void aTicketFromBeforeAHandOffOpensNothingAndOneFromBehindItDoes() {
        var player = game.signIn("giver");
        var before = ticket(player);
        var codes = "/v1/sessions/" + player.text("/sessionId") + "/hand-off-codes";
        var code = game.send("POST", codes, bearer(player), "").text("/code");
        var phone = game.post("/v1/hand-offs", """
            {"code":"%s","deviceId":"phone-of-the-giver","platform":"ios","clientVersion":"1.4.0"}\
            """.formatted(code));
        assertThat(phone.status()).as(phone.response().body()).isEqualTo(201);

        assertThat(Socket.handshake(HTTP, address(before))).isEqualTo(401);
        connect(phone);
        assertThat(Socket.handshake(HTTP, address(before))).isEqualTo(401);
    }

    @Test
    void aPollSaysNothingNewUntilThereIs() {
        var player = game.signIn("poller");
        var first = game.send("GET", "/v1/notices", bearer(player), "");
        assertThat(first.json().path("noticeRevision").asInt()).isZero();
        assertThat(first.json().path("pollAfterSeconds").asInt()).isLessThanOrEqualTo(10);
        assertThat(poll(player, first.header("etag")).status()).isEqualTo(304);

        game.win(player.text("/playerId"), "match-polled");
        game.stack().settle();

        var news = poll(player, first.header("etag"));
        assertThat(news.status()).isEqualTo(200);
        assertThat(news.json().path("noticeRevision").asInt()).isEqualTo(2);
    }

    @Test
    void aConnectionThatSaysNothingForTenMinutesEnds() {
        var quiet = connect(game.signIn("quiet"));
        var talking = connect(game.signIn("talking"));
        game.stack().advance(Duration.ofMinutes(6));
        talking.send("{\"action\":\"still here\"}");
        talking.ping();
        game.stack().advance(Duration.ofMinutes(5));

        assertThat(quiet.status()).isEqualTo(1001);
        game.stack().advance(Duration.ofMinutes(6));
        assertThat(talking.status()).isEqualTo(1001);
    }

    @Test
    void aConnectionThatIsGoneWithoutAWordIsForgottenByTheNextNotice() {
        var player = game.signIn("vanished");
        var socket = connect(player);
        var table = game.stack().ref("NoticesTable");
        // As when the gateway's $disconnect gets lost: the connection ends, and the table does not hear of it.
        var id = item(table, player).getOrDefault("c", text("")).s();
        endSilently(id, socket);
        assertThat(item(table, player)).containsKey("c");

        game.stack().advance(Duration.ofMinutes(1));
        game.win(player.text("/playerId"), "match-unheard");
        game.stack().settle();

        assertThat(item(table, player)).doesNotContainKey("c");
    }

    @Test
    void aClientThatGoesAwayIsForgotten() {
        var player = game.signIn("brief");
        var socket = connect(player);
        var table = game.stack().ref("NoticesTable");
        assertThat(item(table, player)).containsKey("c");
        socket.close();
        socket.status();
        game.stack().settle();

        assertThat(item(table, player)).doesNotContainKey("c");
    }

    @Test
    void whatAPlayerMayDoCostsWhatItSays() {
        var player = game.signIn("counted");
        game.stack().settle();
        var live = game.stack().ref("LiveTable");
        var notices = game.stack().ref("NoticesTable");
        var liveBefore = game.stack().consumed(live);
        var noticesBefore = game.stack().consumed(notices);
        var ticket = ticket(player);
        poll(player, "\"0\"");

        assertThat(game.stack().consumed(live).readUnits() - liveBefore.readUnits())
                .isEqualTo(2);
        assertThat(game.stack().consumed(live).writeUnits() - liveBefore.writeUnits())
                .isZero();
        assertThat(game.stack().consumed(notices).writeUnits() - noticesBefore.writeUnits())
                .isEqualTo(1);
        Socket.open(HTTP, address(ticket));
        assertThat(game.stack().consumed(notices).writeUnits() - noticesBefore.writeUnits())
                .isEqualTo(3);
    }

    private Map<String, AttributeValue> item(String table, Answer player) {
        return game.stack()
                .tables()
                .getItem(get -> get.tableName(table)
                        .key(Map.of(
                                "pk", text(player.text("/playerId")),
                                "sk", text("session#" + player.text("/sessionId")))))
                .item();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    private void endSilently(String connectionId, Socket socket) {
        game.stack().push().lose(connectionId);
        assertThat(socket.isQuiet()).isTrue();
    }

    private Socket connect(Answer player) {
        return Socket.open(HTTP, address(ticket(player)));
    }

    private String ticket(Answer player) {
        var answer = game.send("POST", "/v1/notice-tickets", bearer(player), "");
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("/ticket");
    }

    private String address(String ticket) {
        return game.stack().noticesUrl() + "/live?ticket=" + ticket;
    }

    private Answer poll(Answer player, String etag) {
        var headers = new TreeMap<>(bearer(player));
        headers.put("if-none-match", etag);
        return game.send("GET", "/v1/notices", headers, "");
    }

    private static Map<String, String> bearer(Answer player) {
        return Map.of("authorization", "Bearer " + player.text("/accessToken"));
    }
}
