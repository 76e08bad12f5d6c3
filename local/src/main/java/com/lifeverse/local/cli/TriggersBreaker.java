package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
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

/** Whether a trigger is held because it spent too fast, and letting it go on. */
@Command(
        name = "breaker",
        description = {
            "Says whether a trigger is held because it spent its budget too fast; operators let it go on. Exit 1 if it is held.",
            "Example: ./dev triggers breaker first-win-of-the-day --close 'the farm of bots is banned'"
        },
        mixinStandardHelpOptions = true)
final class TriggersBreaker implements Callable<Integer> {
    @Parameters(paramLabel = "TRIGGER", description = "The trigger's name.")
    private @Nullable String trigger;

    @Option(names = "--close", paramLabel = "WHY", description = "Let it go on, and say why.")
    private @Nullable String why;

    @Mixin
    private TriggerDesk desk = new TriggerDesk();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var path = "/v1/triggers/" + URLEncoder.encode(Objects.requireNonNull(trigger), StandardCharsets.UTF_8);
        var found = why == null
                ? desk.get("viewer", path + "/breaker")
                : desk.post(
                        "operator", path + "/breaker-closings", Json.object().put("note", why));
        boolean holds = found.path("state").asText().equals("open");
        if (desk.json()) {
            Output.print(out, Output.success("triggers breaker", found));
            return holds ? Exit.FINDINGS : Exit.FINE;
        }
        out.printf(
                "%s is %s%s%n",
                found.path("trigger").asText(),
                found.path("state").asText(),
                found.has("since")
                        ? " since %s, by %s: %s"
                                .formatted(
                                        found.path("since").asText(),
                                        found.path("by").asText(),
                                        found.path("note").asText())
                        : "");
        var bound = found.path("bound");
        out.println(
                bound.isMissingNode()
                        ? "It has no burn rate, so nothing holds it."
                        : "It may spend $%s in %s, and $%s in %s."
                                .formatted(
                                        bound.path("slowUsd").asText(),
                                        bound.path("slow").asText(),
                                        bound.path("fastUsd").asText(),
                                        bound.path("fast").asText()));
        out.flush();
        return holds ? Exit.FINDINGS : Exit.FINE;
    }
}
