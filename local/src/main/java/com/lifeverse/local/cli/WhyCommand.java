package com.lifeverse.local.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a session is over, or how it is. */
@Command(
        name = "why",
        description = {
            "Says in plain words why a session ended, or how it is, and what happened to it; with --at, as of that moment."
                    + " On a local stack it asks as a viewer of the staff, elsewhere with the token given.",
            "Example: ./dev why ses_019b76da-a800-7868-8190-e5722719b812 --at 2026-12-04T18:00:00Z"
        },
        mixinStandardHelpOptions = true)
final class WhyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SESSION", description = "The session's id.")
    private @Nullable String session;

    @Option(names = "--at", paramLabel = "TIME", description = "As of that moment; now if absent.")
    private @Nullable String at;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private Staff staff = new Staff();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var path = "/v1/sessions/" + Objects.requireNonNull(session) + "/history";
        var found =
                staff.find("viewer", at == null ? path : path + "?at=" + URLEncoder.encode(at, StandardCharsets.UTF_8));
        var story = found.orElseThrow(() -> new Exit.Finding(
                "Nothing is known of " + session + ": there was no such session then, it ended more than 30"
                        + " days ago, or its player was erased and its history with them."));
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        if (json) {
            Output.print(out, Output.success("why", story));
            return Exit.FINE;
        }
        out.println(story.path("why").asText());
        for (var entry : story.path("entries")) {
            out.printf(
                    "  %s  %s%n", entry.path("at").asText(), entry.path("words").asText());
        }
        out.flush();
        return Exit.FINE;
    }
}
