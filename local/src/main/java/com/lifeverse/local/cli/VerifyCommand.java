package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.tour.Host;
import com.lifeverse.local.tour.Verification;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lives the tour's life at a stage that is there already. */
@Command(
        name = "verify",
        description = {
            "Plays the tour's journeys, as a player who is new each time, against the stage at --url, or (./dev verify --aws STAGE) against what"
                    + " is deployed in your AWS account: sign in, renew, win, be rewarded once, sign out, and what staff see of it.",
            "Game servers' steps are signed with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, staff's bear"
                    + " LIFEVERSE_TOKEN; what there is nothing for is skipped, and said. A stack on this machine gives both by itself.",
            "Exit: 0 all as it must be, 1 something is not, 4 nothing answers there."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:LIFEVERSE_TOKEN:-}",
            description = "A staff token of role viewer or more (or LIFEVERSE_TOKEN).")
    private String token = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            defaultValue = "${env:AWS_REGION:-us-east-1}",
            description = "The stage's region, which signatures name; default ${DEFAULT-VALUE}.")
    private String region = "us-east-1";

    @Option(names = "--access-key-id", hidden = true, defaultValue = "${env:AWS_ACCESS_KEY_ID:-}")
    private String accessKeyId = "";

    @Option(names = "--secret-access-key", hidden = true, defaultValue = "${env:AWS_SECRET_ACCESS_KEY:-}")
    private String secretAccessKey = "";

    @Option(names = "--session-token", hidden = true, defaultValue = "${env:AWS_SESSION_TOKEN:-}")
    private String sessionToken = "";

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Target target = new Target();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (target.isHere()) {
            borrow();
        }
        var clock = Clock.systemUTC();
        Optional<Host.Credentials> server = sessionToken.isEmpty()
                ? Optional.empty()
                : Optional.of(new Host.Credentials(accessKeyId, secretAccessKey, sessionToken));
        var stageThere = new Abroad(target.address(), region, server, clock);
        var staff = Optional.of(token).filter(given -> !given.isEmpty());
        var outcomes = new Verification(stageThere, staff, server.isPresent())
                .run(Long.toString(clock.millis(), Character.MAX_RADIX), this::tell);
        if (json) {
            Output.print(Objects.requireNonNull(spec).commandLine().getOut(), document(outcomes));
        }
        return outcomes.stream().anyMatch(each -> each.wrong().isPresent()) ? Exit.FINDINGS : Exit.FINE;
    }

    /** What a stack on this machine gives to whoever asks. */
    private void borrow() throws Exception {
        if (token.isEmpty()) {
            var viewer = Json.object().put("role", "viewer").put("name", "verify");
            token = target.post("/_local/staff-tokens", viewer).path("token").asText();
        }
        var given = target.post("/_local/credentials", Json.object().put("server", "verify"));
        accessKeyId = given.path("accessKeyId").asText();
        secretAccessKey = given.path("secretAccessKey").asText();
        sessionToken = given.path("sessionToken").asText();
    }

    private void tell(Verification.Outcome outcome) {
        if (!json) {
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            var word = outcome.wrong().isPresent() ? "wrong" : outcome.skipped().isPresent() ? "skipped" : "fine";
            out.printf("%-8s %s%n", word, outcome.wrong().orElse(outcome.title()));
            outcome.skipped().ifPresent(why -> out.printf("         %s%n", why));
            out.flush();
        }
    }

    private JsonNode document(List<Verification.Outcome> outcomes) {
        var result = Json.object().put("url", target.address());
        var steps = result.putArray("steps");
        var findings = Json.array();
        for (var outcome : outcomes) {
            var step = steps.addObject().put("title", outcome.title());
            step.put("ok", outcome.wrong().isEmpty() && outcome.skipped().isEmpty());
            outcome.skipped().ifPresent(why -> step.put("skipped", why));
            outcome.wrong()
                    .ifPresent(wrong -> Output.finding(findings, "difference", "/steps/" + (steps.size() - 1), wrong));
        }
        return Output.document("verify", findings.isEmpty(), result, findings);
    }
}
