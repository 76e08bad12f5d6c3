package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.Rollback;
import com.lifeverse.local.liveops.Rollback.History;
import com.lifeverse.local.liveops.Rollback.Step;
import java.io.IOException;
import java.util.ArrayList;
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

/** Takes back what files brought to players in one go. */
@Command(
        name = "rollback",
        description = {
            "Takes back what the last apply --publish of the live events in a folder brought to players: they get what they"
                    + " had before of each event that it published, or lose what they did not have. Nothing else is touched, and"
                    + " once is enough: again, it does what is left of it. Exit 1 if somebody else has changed one of them since.",
            "Example: ./dev liveops rollback live-events --url https://api.example --token TOKEN"
        },
        mixinStandardHelpOptions = true)
final class LiveopsRollbackCommand implements Callable<Integer> {
    @Mixin
    private LiveopsFolder folder = new LiveopsFolder();

    @Mixin
    private LiveopsDesk desk = new LiveopsDesk();

    @Option(names = "--batch", paramLabel = "ID", description = "The batch to take back; the newest of them if absent.")
    private @Nullable String batch;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var run = new LiveopsRun(
                "liveops rollback", Objects.requireNonNull(spec).commandLine().getOut(), json);
        var histories = new ArrayList<History>();
        for (var entry : folder.read().entries()) {
            if (entry.read().isEmpty()) {
                run.missed(String.valueOf(entry.path().getFileName()), "form", "is no event");
                continue;
            }
            // Whatever else is wrong with it: what was published has to go, and nothing of the file is sent.
            var log = desk.log(entry.event());
            histories.add(History.of(entry.event(), log.orElseGet(Json::array)));
        }
        var rollback = Rollback.of(histories, Optional.ofNullable(batch));
        if (rollback.isEmpty()) {
            histories.forEach(history -> run.did(history.event(), "unchanged", List.of()));
            return run.end();
        }
        if (rollback.get().steps().stream().allMatch(Step.NotOfIt.class::isInstance)) {
            run.missed(rollback.get().batch(), "unknown-batch", "is no batch of any event in the folder");
        }
        for (var step : rollback.get().steps()) {
            try {
                take(step, rollback.get().batch(), run);
            } catch (Exit.Finding refused) {
                run.missed(step.event(), "refused", String.valueOf(refused.getMessage()));
            }
        }
        return run.end();
    }

    private void take(Step step, String of, LiveopsRun run)
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable {
        switch (step) {
            case Step.Publish(var event, var revision, var version) -> {
                desk.takeBack(event, revision, of, version);
                run.did(event, "published revision " + revision + " again", List.of(), of);
            }
            case Step.Withdraw(var event, var version) -> {
                desk.withdraw(event, version);
                run.did(event, "withdrawn", List.of(), of);
            }
            case Step.TakenBack(var event) -> run.did(event, "taken back already", List.of(), of);
            case Step.NotOfIt(var event) -> run.did(event, "unchanged", List.of());
            case Step.Changed(var event, var who, var at) ->
                run.missed(
                        event,
                        "changed-since",
                        "is left as it is: %s has changed what players have of it at %s".formatted(who, at));
        }
    }
}
