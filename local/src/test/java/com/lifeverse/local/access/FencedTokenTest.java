package com.lifeverse.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game;
import com.lifeverse.local.stack.Game.Answer;
import com.lifeverse.local.stack.Guest;
import com.lifeverse.platform.support.Meets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A token outlives its session by up to half an hour; in that time it changes nothing, whatever ended the session. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class FencedTokenTest {
    /** How a session ends for the device that has it, while its token lives on. */
    record Fence(String name, Consumer<Scene> end) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Game game;

    @BeforeAll
    static void start() {
        game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    @AfterEach
    void nothingWentWrongUnseen() {
        game.stack().settle();
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @Test
    void everythingIsDoneWithATokenWhoseSessionLives() {
        var scene = Scene.of(game, "alive");
        for (var deed : Deeds.of(scene)) {
            assertDone(deed, deed.by(game, scene.owner().token()));
        }
        for (int each = 0; each < Deeds.farewells(scene.owner()).size(); each++) {
            var guest = Guest.on(game, "leaving-" + each, "switch");
            var deed = Deeds.farewells(guest).get(each);
            assertDone(deed, deed.by(game, guest.token()));
        }
    }

    static Stream<Fence> fences() {
        return Stream.of(
                new Fence("handed-over", FencedTokenTest::handOver),
                new Fence("resumed-after-a-crash", FencedTokenTest::resume),
                new Fence("replaced", scene -> Guest.on(scene.game(), scene.name(), "pc")),
                new Fence(
                        "signed-out",
                        scene -> scene.owner()
                                .send("DELETE", "/v1/sessions/" + scene.owner().sessionId(), "")),
                new Fence("signed-out-everywhere", scene -> scene.owner().send("DELETE", "/v1/sessions", "")),
                new Fence("kicked", scene -> staff(scene, "DELETE", "/sessions", "")),
                new Fence("banned", scene -> staff(scene, "PUT", "/ban", "{\"reason\":\"cheating\"}")),
                new Fence("erased", scene -> scene.owner().send("POST", "/v1/data-erasures", "")));
    }

    @ParameterizedTest
    @MethodSource("fences")
    @Meets({"ASVS 7.4.1", "ASVS 7.4.2"})
    void nothingIsDoneWithATokenWhoseSessionIsOver(Fence fence) {
        var scene = Scene.of(game, fence.name());
        var deeds = new ArrayList<>(Deeds.of(scene));
        deeds.addAll(Deeds.farewells(scene.owner()));
        fence.end().accept(scene);
        var before = Tables.of(game);
        for (var deed : deeds) {
            assertRefused(fence, deed, deed.by(game, scene.owner().token()));
        }
        var late = game.renew(scene.owner().sessionId(), scene.owner().refreshToken());
        assertThat(late.status()).as(late.response().body()).isIn(401, 403);
        assertThat(Tables.changed(before, Tables.of(game))).isEmpty();
    }

    @Test
    void everyOperationThatChangesSomethingForAPlayerIsTried() {
        var scene = Scene.of(game, "counted");
        var deeds = new ArrayList<>(Deeds.of(scene));
        deeds.addAll(Deeds.farewells(scene.owner()));
        var tried = deeds.stream().map(Deed::operation).collect(Collectors.toCollection(TreeSet::new));
        tried.remove("readExportPart");
        var changing = Operation.all().stream()
                .filter(operation -> operation.caller().equals("player") && operation.changes())
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));
        // Live events know no sessions: a token that is not valid any more is taken there for the minutes that it has left.
        changing.removeAll(Set.of("joinLiveEvent", "claimLiveEventTier"));
        assertThat(tried).isEqualTo(changing);
    }

    private static void assertDone(Deed deed, Answer answer) {
        assertThat(answer.status()).as("%s: %s", deed, answer.response().body()).isBetween(200, 299);
    }

    private static void assertRefused(Fence fence, Deed deed, Answer answer) {
        if (deed.operation().equals("signOut") && answer.status() == 204) {
            // Ending one's own session again is fine; it says nothing and does nothing.
            return;
        }
        int status = fence.name().equals("banned") ? 403 : 401;
        assertThat(answer.status()).as("%s: %s", deed, answer.response().body()).isEqualTo(status);
        assertThat(answer.text("/type")).isEqualTo("/problems/" + (status == 403 ? "player-banned" : "session-ended"));
        assertThat(Operation.named(deed.operation()).answers())
                .as("what the contract lets %s answer", deed.operation())
                .contains(status);
    }

    private static void handOver(Scene scene) {
        var owner = scene.owner();
        var code = owner.send("POST", "/v1/sessions/" + owner.sessionId() + "/hand-off-codes", "")
                .text("/code");
        var taken = scene.game().post("/v1/hand-offs", """
                {"code":"%s","deviceId":"the-phone-of-them","platform":"switch","clientVersion":"1.4.0"}""".formatted(code));
        assertThat(taken.status()).as(taken.response().body()).isEqualTo(201);
    }

    private static void resume(Scene scene) {
        var resumed = scene.game()
                .post("/v1/sessions", """
                {"credential":{"type":"device","deviceId":"device-of-%1$s","secret":"secret-of-device-of-%1$s"},
                 "platform":"switch","clientVersion":"1.4.0","resume":"%2$s"}""".formatted(scene.name(), scene.owner().sessionId()));
        assertThat(resumed.text("/sessionId")).isEqualTo(scene.owner().sessionId());
    }

    private static void staff(Scene scene, String method, String what, String body) {
        var token = scene.game().staff("operator");
        var answer = scene.game()
                .send(
                        method,
                        "/v1/players/" + scene.owner().playerId() + what,
                        body.isEmpty()
                                ? Map.of("authorization", "Bearer " + token)
                                : Map.of("authorization", "Bearer " + token, "content-type", "application/json"),
                        body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }
}
