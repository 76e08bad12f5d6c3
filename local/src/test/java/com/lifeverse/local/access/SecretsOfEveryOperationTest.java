package com.lifeverse.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Guest;
import com.lifeverse.local.stack.Socket;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Everything that can be asked is asked, as it should be and with the secrets of others in bodies that are wrong or broken: no
 * function logs anything that opens something, whoever was given it, and nothing that a player needs.
 */
@Tag("stack")
final class SecretsOfEveryOperationTest {
    /** Members of answers that open something to whoever has them. */
    private static final Set<String> OPENING =
            Set.of("accessToken", "refreshToken", "token", "code", "ticket", "joinCode");

    private static final String NEEDS = """
        {"crossPlay":"allowed","presence":"everyone","accessibility":
         {"captions":true,"oneHanded":true,"palette":"tritanopia","inputRemaps":{"jump":"chin-switch"}}}\
        """;

    private static final String DEVICES = "secret-of-device-of-";

    private final Set<String> secrets = new TreeSet<>();

    @Test
    void noFunctionLogsWhatOpensSomethingOrWhatAPlayerNeeds() {
        try (var http = HttpClient.newHttpClient();
                var game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")))) {
            game.listen(answer -> {
                if (answer.response().body().startsWith("{")) {
                    keep(answer.json());
                }
            });
            well(game, http);
            badly(game);
            game.stack().advance(Duration.ofMinutes(30));

            assertThat(secrets).hasSizeGreaterThan(25);
            var logs = logs(game);
            assertThat(logs).as("what staff do is logged").contains("kick");
            assertThat(secrets.stream().filter(logs::contains).toList()).isEmpty();
            assertThat(List.of(DEVICES, "captions", "oneHanded", "tritanopia", "chin-switch"))
                    .noneMatch(logs::contains);
        }
    }

    /** All that a player can do, and what ends it. */
    private static void well(Game game, HttpClient http) {
        var scene = Scene.of(game, "teller");
        var owner = scene.owner();
        scene.mate().send("PUT", "/v1/preferences", Map.of("if-match", "\"0\""), NEEDS);
        var socket = game.stack().noticesUrl() + "/live?ticket="
                + owner.send("POST", "/v1/notice-tickets", "").text("/ticket");
        Socket.open(http, socket);
        Deeds.of(scene).forEach(deed -> deed.by(game, owner.token()));
        Socket.handshake(http, socket);
        game.post("/v1/login-queue-tickets", Scene.device(scene.name()));
        var code = owner.send("POST", "/v1/sessions/" + owner.sessionId() + "/hand-off-codes", "");
        game.post("/v1/hand-offs", """
            {"code":"%s","deviceId":"phone-of-the-teller","platform":"ios","clientVersion":"1.4.0"}\
            """.formatted(code.text("/code")));
        game.renew(owner.sessionId(), owner.refreshToken());
        for (int each = 0; each < Deeds.farewells(owner).size(); each++) {
            var guest = Guest.on(game, "leaver-" + each);
            Deeds.farewells(guest).get(each).by(game, guest.token());
        }
        game.delete("/v1/players/" + scene.mate().playerId() + "/sessions", game.staff("operator"));
    }

    /** Each operation of the contract with everything that somebody was given, where it does not belong. */
    private void badly(Game game) {
        var staff = game.staff("operator");
        var player = Guest.on(game, "clumsy");
        var given = String.join("\",\"", secrets);
        for (var operation : Operation.all()) {
            var token = operation.caller().equals("staff") ? staff : player.token();
            var path = operation
                    .path()
                    .replaceAll("\\{[A-Za-z]+}", secrets.iterator().next());
            var own = operation
                    .path()
                    .replace("{sid}", player.sessionId())
                    .replace("{playerId}", player.playerId())
                    .replace("{pid}", player.playerId());
            for (var body : List.of("{\"refreshToken\":[\"" + given + "\"]}", "{\"code\":\"" + given, NEEDS)) {
                for (var address : List.of(path, own.replaceAll("\\{[A-Za-z]+}", "maintenance"))) {
                    var sent = operation.method().equals("GET") ? "" : body;
                    var answer = operation.caller().equals("server")
                            ? game.serve(operation.method(), address, Map.of(), sent)
                            : game.send(operation.method(), address, token, sent);
                    assertThat(answer.status())
                            .as("%s: %s", operation, answer.response())
                            .isNotEqualTo(500);
                }
            }
        }
    }

    private void keep(JsonNode json) {
        json.properties().forEach(member -> {
            if (OPENING.contains(member.getKey()) && member.getValue().isTextual()) {
                secrets.add(member.getValue().asText());
            }
        });
    }

    /** What all functions have logged. */
    private static String logs(Game game) {
        return game.stack().functionSettings().stream()
                .map(function -> game.send("GET", "/_local/logs/" + function.name(), Map.of(), "")
                        .response()
                        .body())
                .collect(Collectors.joining("\n"));
    }
}
