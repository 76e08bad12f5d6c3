package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.platform.aws.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every secret that clients hold goes through the functions that see it, well and badly: none is left in what any function
 * logged, or in what any table told. What a player needs is nobody's news either.
 */
@Tag("stack")
final class SecretsNowhereTest {
    private static final String NEEDS = """
            {"crossPlay":"samePlatformOnly","presence":"nobody","accessibility":
             {"captions":true,"oneHanded":true,"palette":"tritanopia","inputRemaps":{"jump":"chin-switch"}}}""";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    private final List<String> secrets = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void noLogAndNoNewsHasAToken() {
        var player = game.signIn("holder");
        kept(player, "/accessToken");
        kept(player, "/refreshToken");
        secrets.add("secret-of-device-of-holder");
        var renewed = kept(game.renew(player.text("/sessionId"), player.text("/refreshToken")), "/refreshToken");
        var code = kept(act(player, "/hand-off-codes"), "/code");
        var phone = game.post("/v1/hand-offs", """
                {"code":"%s","deviceId":"phone-of-the-holder","platform":"android","clientVersion":"1.4.0"}""".formatted(code.text("/code")));
        assertThat(phone.status()).as(phone.response().body()).isEqualTo(201);
        kept(phone, "/accessToken");
        kept(phone, "/refreshToken");
        game.renew(player.text("/sessionId"), renewed.text("/refreshToken"));
        var held = phone.text("/accessToken");
        kept(game.send("POST", "/v1/notice-tickets", held, ""), "/ticket");
        queue();
        groups(held);
        identities(held);
        badly(phone);
        listen();
        game.delete("/v1/players/" + player.text("/playerId") + "/sessions", game.staff("operator"));
        listen();
        game.stack().advance(Duration.ofMinutes(21));

        assertThat(secrets).hasSizeGreaterThanOrEqualTo(12).doesNotContain("");
        assertThat(told).isNotEmpty();
        var logs = logs();
        assertThat(logs).as("what staff do is logged").contains("kick");
        for (var secret : secrets) {
            assertThat(logs).doesNotContain(secret);
            assertThat(told).noneMatch(event -> event.contains(secret));
        }
    }

    @Test
    void noNewsAndNoLogHasWhatAPlayerNeeds() {
        var ann = Guest.on(game, "ann");
        var ben = Guest.on(game, "ben");
        listen();
        var saved = ben.send("PUT", "/v1/preferences", Map.of("if-match", "\"0\""), NEEDS);
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(200);
        var party = ann.party();
        listen();
        ben.join(party);
        listen();
        ben.leave(party);
        listen();

        assertThat(told).isNotEmpty();
        var logs = logs();
        for (var word : List.of("captions", "oneHanded", "tritanopia", "chin-switch", "samePlatformOnly")) {
            assertThat(told).noneMatch(event -> event.contains(word));
            assertThat(logs).doesNotContain(word);
        }
    }

    private void queue() {
        secrets.add("a-secret-of-who-waits");
        kept(game.post("/v1/login-queue-tickets", """
                {"credential":{"type":"device","deviceId":"device-who-waits","secret":"a-secret-of-who-waits"}}"""), "/ticket");
        game.send("GET", "/v1/login-queue", Map.of("queue-ticket", secrets.getLast() + "x"), "");
    }

    private void groups(String access) {
        var headers = Map.of(
                "authorization", "Bearer " + access, "content-type", "application/json", "idempotency-key", "\"one\"");
        var party = game.send("POST", "/v1/groups", headers, "{\"template\":\"party\"}");
        var coded =
                kept(game.send("PUT", "/v1/groups/" + party.text("/groupId") + "/join-code", access, ""), "/joinCode");
        var joined = Guest.on(game, "guest")
                .send("POST", "/v1/group-joins", "{\"code\":\"%s\"}".formatted(coded.text("/joinCode")));
        assertThat(joined.status()).as(joined.response().body()).isEqualTo(200);
    }

    private void identities(String access) {
        secrets.add("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.nobody");
        game.send("POST", "/v1/identities", access, """
                {"credential":{"type":"oidc","provider":"studio","idToken":"%s"}}""".formatted(secrets.getLast()));
    }

    /** The same secrets in bodies that are broken, too long, or for somebody else. */
    private void badly(Game.Answer player) {
        for (var secret : List.copyOf(secrets)) {
            for (var path :
                    List.of("/v1/sessions", "/v1/hand-offs", "/v1/login-queue-tickets", "/v1/sessions/ses_1/renew")) {
                game.post(path, "{\"code\":" + secret);
                game.post(path, "{\"refreshToken\":\"" + secret + "\",\"code\":\"" + secret + "\"}");
                game.post(path, "{\"code\":\"" + secret + "x".repeat(9000) + "\"}");
            }
            game.get("/v1/sessions/" + secret, player.text("/accessToken"));
        }
    }

    private Game.Answer act(Game.Answer player, String what) {
        return game.send("POST", "/v1/sessions/" + player.text("/sessionId") + what, player.text("/accessToken"), "");
    }

    private Game.Answer kept(Game.Answer answer, String pointer) {
        assertThat(answer.text(pointer)).as(answer.response().body()).isNotEmpty();
        secrets.add(answer.text(pointer));
        listen();
        return answer;
    }

    /** What the last write of each item told; it stands in the item until the next one. */
    private void listen() {
        var tables = game.stack().tables();
        for (var table : tables.listTables().tableNames()) {
            for (var item : tables.scan(scan -> scan.tableName(table)).items()) {
                var out = item.get("out");
                if (out != null) {
                    told.add(news(out));
                }
            }
        }
    }

    private static String news(AttributeValue out) {
        try {
            return Outbox.told(out).toString();
        } catch (Outbox.Unreadable e) {
            throw new AssertionError("A write left news that nobody can read", e);
        }
    }

    /** What all functions have logged. */
    private String logs() {
        var functions = new TreeSet<String>();
        game.stack()
                .deployment()
                .stacks()
                .values()
                .forEach(stack -> stack.resources().forEach((id, resource) -> {
                    if (id.contains("Function") && resource.ref().startsWith("dev-")) {
                        functions.add(resource.ref());
                    }
                }));
        assertThat(functions).hasSizeGreaterThan(20);
        return functions.stream()
                .map(name -> game.send("GET", "/_local/logs/" + name, Map.of(), "")
                        .response()
                        .body())
                .collect(Collectors.joining("\n"));
    }
}
