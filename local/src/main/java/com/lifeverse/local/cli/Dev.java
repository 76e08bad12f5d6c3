package com.lifeverse.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./dev up | tour | token | case | state | lint | why | triggers | explain | dry-run | compensation | recorded | simulate | prove | bench | liveops | rehearse | verify}. Results go to stdout, progress to
 * stderr.
 *
 * @see Exit
 */
@Command(
        name = "./dev",
        description = "LifeVerse on this machine.",
        subcommands = {
            UpCommand.class,
            TourCommand.class,
            TokenCommand.class,
            CaseCommand.class,
            StateCommand.class,
            LintCommand.class,
            WhyCommand.class,
            TriggersCommand.class,
            ExplainCommand.class,
            CompensationCommand.class,
            DryRunCommand.class,
            RecordedCommand.class,
            SimulateCommand.class,
            ProveCommand.class,
            BenchCommand.class,
            LiveopsCommand.class,
            RehearseCommand.class,
            RunsCommand.class,
            VerifyCommand.class
        },
        mixinStandardHelpOptions = true)
public final class Dev {
    private Dev() {}

    public static void main(String[] arguments) {
        // What one machine writes another reads: digits and dates do not follow the user's settings.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    static int run(String... arguments) {
        return run(new PrintWriter(System.out, true, StandardCharsets.UTF_8), arguments);
    }

    /** As the other, with results going there. */
    static int run(PrintWriter results, String... arguments) {
        return new CommandLine(new Dev())
                .setOut(results)
                .setExecutionExceptionHandler((failure, command, _) -> {
                    report(failure, command);
                    return Exit.of(failure);
                })
                .setParameterExceptionHandler((wrong, words) -> {
                    var command = wrong.getCommandLine();
                    if (List.of(words).contains("--json")) {
                        Output.print(
                                command.getOut(),
                                Output.failure(name(command), "usage", String.valueOf(wrong.getMessage())));
                    }
                    command.getErr().println(wrong.getMessage());
                    command.getErr()
                            .println("%s --help tells more"
                                    .formatted(command.getCommandSpec().qualifiedName()));
                    command.getErr().flush();
                    return Exit.USAGE;
                })
                .execute(arguments);
    }

    /** As somebody calls it behind {@code ./dev}, such as {@code triggers plan}. */
    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replaceFirst("^\\./dev ?", "");
    }

    private static void report(Exception failure, CommandLine command) {
        var message = String.valueOf(failure.getMessage());
        if (List.of(command.getParseResult().originalArgs().toArray()).contains("--json")) {
            Output.print(command.getOut(), Output.failure(name(command), Exit.slug(failure), message));
        }
        PrintWriter errors = command.getErr();
        errors.println(message);
        if (Exit.of(failure) == Exit.UNEXPECTED) {
            failure.printStackTrace(errors);
        }
        errors.flush();
    }
}
