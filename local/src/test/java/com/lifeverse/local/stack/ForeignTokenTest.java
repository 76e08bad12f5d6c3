package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.platform.support.Meets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that takes an id, as the contract lists them, tried with a token that the id does not belong to. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class ForeignTokenTest {
    private static final String SOME = "019b7600-0000-7000-8000-000000000009";
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)\\}");

    private static Game game;
    private static Game.Answer victim;
    private static Game.Answer attacker;

    /** One operation of the contract. */
    record Operation(String method, String path, String security) {}

    @BeforeAll
    static void start() {
        game = Game.start();
        victim = game.signIn("victim");
        attacker = game.signIn("attacker");
    }

    @AfterAll
    static void stop() {
        game.close();
    }

    static Stream<Operation> operations() throws IOException {
        var contract = new YAMLMapper()
                .readTree(Path.of(System.getProperty("lifeverse.home", ".."), "functions/openapi.yaml")
                        .toFile());
        var operations = new ArrayList<Operation>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    var security = each.getValue().path("security");
                    if (path.getKey().contains("{") && security.isArray()) {
                        var caller = security.isEmpty()
                                ? "open"
                                : security.path(0).fieldNames().next();
                        operations.add(new Operation(each.getKey().toUpperCase(Locale.ROOT), path.getKey(), caller));
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(10);
        return operations.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    @Meets("RFC 8725 3.12")
    void nobodyReachesWhatIsAnothers(Operation operation) {
        var path = PARAMETER.matcher(operation.path()).replaceAll(name -> id(name.group(1)));
        var body = operation.security().equals("open")
                ? "{\"refreshToken\":\"" + attacker.text("/refreshToken") + "\"}"
                : "{}";
        var answer = game.send(
                operation.method(),
                path,
                attacker.text("/accessToken"),
                operation.method().equals("GET") || operation.method().equals("DELETE") ? "" : body);

        // A player's token is no staff token and no signature: the gateway refuses it before any function runs.
        assertThat(answer.status())
                .as("%s: %s", operation, answer.response().body())
                .isIn(operation.security().equals("player") ? List.of(400, 403, 404, 428) : List.of(401, 403));
    }

    @Test
    void andTheVictimNoticesNothing() {
        assertThat(game.renew(victim.text("/sessionId"), victim.text("/refreshToken"))
                        .status())
                .isEqualTo(200);
    }

    private static String id(String parameter) {
        return switch (parameter) {
            case "sid" -> victim.text("/sessionId");
            case "playerId" -> victim.text("/playerId");
            case "identityId" ->
                game.get("/v1/identities", victim.text("/accessToken")).text("/identities/0/identityId");
            case "gate" -> "admission";
            default -> parameter.endsWith("Id") ? "xxx_" + SOME : "some-" + parameter.toLowerCase(Locale.ROOT);
        };
    }
}
