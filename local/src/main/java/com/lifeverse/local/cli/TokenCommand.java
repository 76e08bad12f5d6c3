package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tokens and credentials for a local stack that is up. */
@Command(
        name = "token",
        description = {
            "Prints an access token of a player (signed in as any client would be), a staff token, or shell lines that set"
                    + " the AWS credentials of a game server. Local stack only.",
            "Example: curl -H \"authorization: Bearer $(./dev token alice)\" http://127.0.0.1:8080/v1/inbox-messages"
        },
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    private static final List<String> ROLES = List.of("viewer", "author", "approver", "operator");

    /** Who the token is for: exactly one of these. */
    static final class Who {
        @Parameters(paramLabel = "PLAYER", description = "A player, by any name; the same name is the same player.")
        @Nullable
        String player;

        @Option(
                names = "--staff",
                paramLabel = "ROLE",
                description = "A staff role: viewer, author, approver, operator.")
        @Nullable
        String role;

        @Option(names = "--server", paramLabel = "ID", description = "A game server, by any name.")
        @Nullable
        String server;
    }

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Who who = new Who();

    @Option(names = "--as", paramLabel = "NAME", description = "With --staff: the person's name.")
    private @Nullable String name;

    @Option(
            names = "--ttl",
            paramLabel = "DURATION",
            defaultValue = "PT1H",
            description = "With --staff: how long it lives, ISO 8601; default ${DEFAULT-VALUE}.")
    private Duration ttl = Duration.ofHours(1);

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Target target = new Target();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (who.player != null) {
            var answer = target.post("/v1/sessions", signIn(who.player));
            print(answer, answer.path("accessToken").asText());
        } else if (who.server != null) {
            var answer = target.post("/_local/credentials", Json.object().put("server", who.server));
            print(answer, exports(answer));
        } else {
            var answer = target.post("/_local/staff-tokens", staff());
            print(answer, answer.path("token").asText());
        }
        return Exit.FINE;
    }

    private JsonNode staff() throws Exit.Usage {
        if (who.role == null || !ROLES.contains(who.role)) {
            throw new Exit.Usage("There is no staff role '%s'; the roles are: %s".formatted(who.role, ROLES));
        }
        if (name == null) {
            throw new Exit.Usage("--staff needs --as NAME: tokens of staff name a person.");
        }
        return Json.object().put("role", who.role).put("name", name).put("ttl", ttl.toString());
    }

    /** What a device of that name would send. */
    private static JsonNode signIn(String player) {
        var body = Json.object();
        body.putObject("credential")
                .put("type", "device")
                .put("deviceId", "device-of-" + player)
                .put("secret", "local-stack-only-" + player);
        return body.put("platform", "pc").put("clientVersion", "1.0.0");
    }

    private static String exports(JsonNode credentials) {
        return """
                export AWS_ACCESS_KEY_ID=%s
                export AWS_SECRET_ACCESS_KEY=%s
                export AWS_SESSION_TOKEN=%s""".formatted(
                        credentials.path("accessKeyId").asText(),
                        credentials.path("secretAccessKey").asText(),
                        credentials.path("sessionToken").asText());
    }

    private void print(JsonNode answer, String text) {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            Output.print(out, Output.success("token", answer));
        } else {
            out.println(text);
            out.flush();
        }
    }
}
