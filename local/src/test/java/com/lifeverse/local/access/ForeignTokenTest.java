package com.lifeverse.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Guest;
import com.lifeverse.platform.support.Meets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that takes an id, as the contract lists them, tried with the token of somebody to whom the id does not belong: what
 * is there is refused, nothing of it is told, and nothing of it changes.
 */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class ForeignTokenTest {
    private static Game game;
    private static Scene victim;
    private static Guest attacker;
    private static Attempts attempts;
    private static Map<String, Set<String>> before;

    @BeforeAll
    static void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
        victim = Scene.of(game, "victim");
        var forgotten = Guest.on(game, "forgotten");
        var erasure = forgotten.send("POST", "/v1/data-erasures", "").text("/requestId");
        attacker = Guest.on(game, "attacker", "switch");
        victim.owner().send("PUT", "/v1/blocks/" + attacker.playerId(), "");
        attempts = new Attempts(victim, erasure, attacker, attacker.party());
        before = victims();
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    static Stream<Operation> operationsWithIds() {
        var operations = Operation.all().stream()
                .filter(operation -> !operation.ids().isEmpty())
                .toList();
        assertThat(operations).hasSizeGreaterThan(40);
        return operations.stream();
    }

    static Stream<Operation> operationsOfOneKindOfCaller() {
        return Operation.all().stream().filter(operation -> !operation.caller().equals("open"));
    }

    @ParameterizedTest
    @MethodSource("operationsWithIds")
    void nobodyReachesWhatIsAnothers(Operation operation) {
        var tries = attempts.with(operation);
        assertThat(tries)
                .as("%s takes %s: say in Attempts how somebody else would try it", operation, operation.ids())
                .isNotEmpty();
        for (var attempt : tries) {
            var answer = attempt.deed().by(game, attacker.token());
            var body = answer.response().body();
            assertThat(answer.status()).as("%s: %s", attempt, body).isIn(attempt.refusals());
            assertThat(told(attempt.deed(), body)).as("%s: %s", attempt, body).isEmpty();
        }
    }

    @Test
    void nothingThatIsAnothersChangesWhateverIsTried() {
        operationsWithIds()
                .flatMap(operation -> attempts.with(operation).stream())
                .forEach(attempt -> attempt.deed().by(game, attacker.token()));

        assertThat(Tables.changed(before, victims())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operationsOfOneKindOfCaller")
    @Meets("RFC 8725 3.12")
    void aTokenOfOneKindPassesForNoOther(Operation operation) {
        var path = operation.path().replaceAll("\\{[A-Za-z]+}", "some");
        var deed = new Deed(operation.id(), operation.method(), path, Map.of(), "");
        // So many one after the other are more than the gateway takes in a moment.
        game.stack().advance(Duration.ofSeconds(1));
        var answer = deed.by(game, operation.caller().equals("player") ? game.staff("operator") : attacker.token());

        assertThat(answer.status())
                .as(answer.response().body())
                .isEqualTo(operation.caller().equals("server") ? 403 : 401);
        assertThat(answer.text("/message")).as("the gateway's own word").isNotEmpty();
    }

    @Test
    void resumingAnothersSessionStartsOnesOwn() {
        var resumed = game.post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-an-accomplice","secret":"secret-of-an-accomplice"},
                 "platform":"switch","clientVersion":"1.4.0","resume":"%s"}""".formatted(victim.owner().sessionId()));

        assertThat(resumed.text("/playerId")).isNotEqualTo(victim.owner().playerId());
        assertThat(resumed.text("/sessionId")).isNotEqualTo(victim.owner().sessionId());
        assertThat(Tables.changed(before, victims())).isEmpty();
    }

    @Test
    void nobodyQueuesWithAnothersDevice() {
        var device = Scene.device(victim.name()).replace("\"secret-of", "\"no-secret-of");
        var refused = new Deed("takeQueueTicket", "POST", "/v1/login-queue-tickets", Map.of(), device)
                .by(game, attacker.token());
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(401);
        assertThat(refused.text("/type")).isEqualTo("/problems/wrong-credential");
        assertThat(refused.json().has("ticket")).isFalse();

        var lent = device.replace("\"no-secret-of", "\"secret-of")
                .replace("device-of-" + victim.name(), "device-of-attacker");
        var withTheirs = lent.substring(0, lent.length() - 1)
                + ",\"refreshToken\":\"%s\"}".formatted(victim.owner().refreshToken());
        var own = new Deed("takeQueueTicket", "POST", "/v1/login-queue-tickets", Map.of(), withTheirs)
                .by(game, attacker.token());
        assertThat(own.text("/lane"))
                .as("nobody comes back with another's session")
                .isEqualTo("standard");
        assertThat(Tables.changed(before, victims())).isEmpty();
    }

    @Test
    void theVictimIsReadByTheVictim() {
        assertThat(victim.owner()
                        .send("GET", "/v1/sessions/" + victim.owner().sessionId(), "")
                        .status())
                .isEqualTo(200);
        assertThat(victim.owner().read(victim.led()).status()).isEqualTo(200);
        assertThat(victim.owner().send("GET", victim.part(), "").status()).isEqualTo(200);
    }

    /** What an answer says of the victim that the attacker did not know. */
    private static List<String> told(Deed deed, String body) {
        return Stream.of(
                        victim.owner().sessionId(),
                        victim.mate().playerId(),
                        victim.asker().playerId(),
                        victim.rival().playerId(),
                        victim.led(),
                        victim.polled(),
                        victim.coded(),
                        victim.asked(),
                        victim.identity(),
                        victim.export(),
                        victim.code(),
                        "hello")
                .filter(body::contains)
                .filter(known -> !deed.path().contains(known) && !deed.body().contains(known))
                .toList();
    }

    /** Everything in which the victim is named or that is theirs, wherever it stands; but what the attacker keeps. */
    private static Map<String, Set<String>> victims() {
        var theirs = List.of(
                victim.owner().playerId(),
                victim.owner().sessionId(),
                victim.led(),
                victim.polled(),
                victim.coded(),
                victim.asked(),
                victim.export());
        return Tables.of(
                game,
                item -> theirs.stream().anyMatch(item::contains)
                        && !item.contains("pk=AttributeValue(S=" + attacker.playerId() + ")"));
    }
}
