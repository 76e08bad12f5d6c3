package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.liveops.Compensation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Whom an incident has cost what of a live event. */
@Command(
        name = "compensation",
        description = {
            "Reckons from archived events who was there while an incident kept a live event from them, what they missed, and what would make"
                    + " up for it. Gives nothing to anybody: the plan is handed in (submit), and somebody else agrees to it (approve).",
            "Example: ./dev compensation --event live-events/weekend-festival.yaml --archive archive --from 2026-12-05T18:00:00Z"
                    + " --to 2026-12-05T19:30:00Z --item coins --per-hour 100 --most 500"
        },
        subcommands = {
            CompensationSubmit.class,
            CompensationStatus.class,
            CompensationApprove.class,
            CompensationReject.class,
            CompensationRecall.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "[submit|status|approve|reject|recall]")
final class CompensationCommand implements Callable<Integer> {
    @Option(names = "--event", paramLabel = "FILE", description = "The live event's file.")
    private @Nullable String event;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "When the incident began, such as 2026-12-05T18:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "When it was over.")
    private @Nullable String to;

    @Option(
            names = "--item",
            paramLabel = "ITEM",
            defaultValue = "coins",
            description = "What is given; ${DEFAULT-VALUE} if absent.")
    private String item = "coins";

    @Option(
            names = "--per-hour",
            paramLabel = "N",
            defaultValue = "100",
            description = "So many for each hour that was missed; ${DEFAULT-VALUE} if absent.")
    private int perHour;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "500",
            description = "So many to one player at most; ${DEFAULT-VALUE} if absent.")
    private int most;

    @Option(names = "--json", description = "Print one JSON document: the plan of grants.")
    private boolean json;

    @Mixin
    private ArchivePlace place = new ArchivePlace();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        // Not required by their annotations, which would have the subcommands require them, too.
        if (event == null || from == null || to == null) {
            throw new Exit.Usage(
                    "Missing: --event, --from and --to, or one of submit, status, approve, reject, recall");
        }
        var began = time("--from", from);
        var over = time("--to", to);
        if (!began.isBefore(over)) {
            throw new Exit.Usage("--to must be after --from");
        }
        if (perHour < 1 || most < 1) {
            throw new Exit.Usage("--per-hour and --most must be 1 at least");
        }
        var text = file();
        var incident = new Compensation.Incident(began, over, item, perHour, most);
        var reckoning = Compensation.of(text, incident).orElseThrow(() -> new Exit.Usage(event + " is no live event"));
        place.read(reckoning.part(), reckoning::take);
        if (json) {
            Output.print(out, Output.success("compensation", reckoning.document()));
        } else {
            reckoning.print(out);
        }
        return Exit.FINE;
    }

    private String file() throws Exit.Usage, IOException {
        var file = Home.resolve(Path.of(Objects.requireNonNull(event)));
        if (!Files.isRegularFile(file)) {
            throw new Exit.Usage("There is no file " + file);
        }
        return InputFile.text(file);
    }

    private static Instant time(String name, @Nullable String text) throws Exit.Usage {
        try {
            return Instant.parse(Objects.requireNonNull(text));
        } catch (DateTimeParseException e) {
            throw new Exit.Usage("%s '%s' is no time such as 2026-12-05T18:00:00Z".formatted(name, text));
        }
    }
}
