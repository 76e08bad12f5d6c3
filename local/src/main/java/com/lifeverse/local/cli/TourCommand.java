package com.lifeverse.local.cli;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.tour.Tour;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One player's life, start to end, on a stack of its own. */
@Command(
        name = "tour",
        description = {
            "Takes a player through the main job on a stack of its own, on a free port: sign in, renew, play, be rewarded once,"
                    + " read it, sign out. Prints each request with its answer.",
            "With --data a tour that was killed at any point goes on with --resume: nothing is lost, nothing happens twice."
        },
        mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the stack and the finished steps in DIR.")
    private @Nullable Path data;

    @Option(names = "--resume", description = "With --data: go on with the tour that DIR holds.")
    private boolean resume;

    @Option(names = "--json", description = "Print one JSON document with all steps when they are done.")
    private boolean json;

    @Override
    public Integer call()
            throws IOException, InterruptedException, Exit.Usage, Exit.Finding, Exit.Unreachable, Exit.Unusable {
        if (resume && data == null) {
            throw new Exit.Usage("--resume needs --data DIR: the tour to go on with.");
        }
        var results = json ? new PrintStream(OutputStream.nullOutputStream()) : System.out;
        var tour = begin(results);
        if (!resume && tour.stepsDone() > 0) {
            throw new Exit.Usage("%s holds a tour with %d steps done; add --resume to go on with it."
                    .formatted(data, tour.stepsDone()));
        }
        var options = new StackOptions(Home.assembly(), place(), 0, Optional.of(tour.startedAt()));
        try (var stack = Starting.stack(options)) {
            tour.run(stack);
        } catch (Tour.WrongAnswer e) {
            throw new Exit.Finding(String.valueOf(e.getMessage()));
        }
        if (json) {
            var document = Output.success("tour", Json.node(tour.done()));
            Output.print(Objects.requireNonNull(spec).commandLine().getOut(), document);
        }
        return Exit.FINE;
    }

    private Optional<Path> place() {
        return Optional.ofNullable(data).map(Home::resolve);
    }

    private Tour begin(PrintStream results) throws Exit.Unusable {
        try {
            return Tour.in(place(), Clock.systemUTC().instant(), results, System.err);
        } catch (IOException e) {
            throw new Exit.Unusable("%s cannot be used: %s".formatted(data, e.getMessage()));
        }
    }
}
