package com.lifeverse.local.cli;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.WeekPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the weeks to come. */
@Command(
        name = "calendar",
        description = {
            "Shows the live events of a folder on the days of the weeks to come, and as a page. Needs no stack."
                    + " Exit 1 if a file cannot be read as an event.",
            "Example: ./dev liveops calendar live-events --html weeks.html"
        },
        mixinStandardHelpOptions = true)
final class LiveopsCalendarCommand implements Callable<Integer> {
    private static final int MOST_WEEKS = 52;

    @Mixin
    private LiveopsFolder folder = new LiveopsFolder();

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "4",
            description = "So many, 52 at most; ${DEFAULT-VALUE} if absent.")
    private int weeks;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the page there, too.")
    private @Nullable Path page;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, IOException {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new Exit.Usage("--weeks is 1 to " + MOST_WEEKS);
        }
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var events = folder.read();
        var shown = WeekPage.of(events, LocalDate.ofInstant(folder.now(), ZoneOffset.UTC), weeks);
        boolean whole = shown.rows().size() == events.entries().size();
        if (page != null) {
            Files.writeString(Home.resolve(page), shown.html());
        }
        if (json) {
            Output.print(out, Output.document("liveops calendar", whole, shown.result(), Json.array()));
        } else {
            shown.print(out);
        }
        return whole ? Exit.FINE : Exit.FINDINGS;
    }
}
