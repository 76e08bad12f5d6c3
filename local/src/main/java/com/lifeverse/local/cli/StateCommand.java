package com.lifeverse.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.cases.SingleState;
import com.lifeverse.local.workflow.cases.StateAnswer;
import com.lifeverse.local.workflow.language.InvalidDefinition;
import com.lifeverse.local.workflow.machine.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one state of a workflow alone. */
@Command(
        name = "state",
        description = {
            "Runs one state of a workflow alone, as TestState does, with a mock for what it calls, and shows what comes of it. Exit"
                    + " 1 if the state fails.",
            "Example: ./dev state statemachines/trigger-effects NextEffect --variables '{\"event\":{},\"index\":0}'"
        },
        mixinStandardHelpOptions = true)
final class StateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE|DIR", description = "A definition, or a workflow's folder.")
    private @Nullable Path place;

    @Parameters(index = "1", paramLabel = "STATE", description = "The state's name.")
    private String name = "";

    @Option(names = "--input", paramLabel = "JSON", description = "What the state is entered with; default {}.")
    private String input = "{}";

    @Option(names = "--variables", paramLabel = "JSON", description = "What earlier states assigned; default {}.")
    private String variables = "{}";

    @Option(names = "--result", paramLabel = "JSON", description = "What the state's service answers.")
    private @Nullable String result;

    @Option(names = "--error", paramLabel = "NAME", description = "The error that the state's service fails with.")
    private @Nullable String error;

    @Option(names = "--cause", paramLabel = "TEXT", description = "The cause of that error.")
    private @Nullable String cause;

    @Option(names = "--retries", paramLabel = "N", description = "How often it has been retried already; default 0.")
    private int retries;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exit.Usage, IOException {
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        var answer = run();
        boolean fine = answer.status() != StateAnswer.Status.FAILED;
        if (json) {
            Output.print(out, Output.document("state", fine, described(answer), Json.array()));
        } else {
            described(answer)
                    .properties()
                    .forEach(each -> out.printf("%-10s %s%n", each.getKey(), plain(each.getValue())));
            out.flush();
        }
        return fine ? Exit.FINE : Exit.FINDINGS;
    }

    private StateAnswer run() throws Exit.Usage, IOException {
        var given = Home.resolve(Objects.requireNonNull(place));
        var file = Files.isDirectory(given) ? given.resolve("definition.asl.json") : given;
        if (!Files.exists(file)) {
            throw new Exit.Usage("There is no " + file);
        }
        try {
            return SingleState.run(
                    InputFile.text(file),
                    name,
                    new SingleState.Entry(Json.read(input), object(variables), mock(), retries),
                    Clock.systemUTC().instant());
        } catch (InvalidDefinition | IllegalArgumentException e) {
            throw new Exit.Usage(String.valueOf(e.getMessage()));
        }
    }

    private Optional<SingleState.Mock> mock() {
        if (error != null) {
            return Optional.of(new SingleState.Mock.Failing(new Failure(error, cause)));
        }
        return Optional.ofNullable(result).map(text -> new SingleState.Mock.Result(Json.read(text)));
    }

    private static ObjectNode object(String text) {
        if (Json.read(text) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("Variables are a JSON object");
    }

    private static ObjectNode described(StateAnswer answer) {
        var node = Json.object().put("status", answer.status().name());
        answer.nextState().ifPresent(next -> node.put("next", next));
        answer.output().ifPresent(output -> node.set("output", output));
        answer.failure().ifPresent(failure -> {
            node.put("error", failure.error());
            node.put("cause", failure.cause());
        });
        answer.call().arguments().ifPresent(arguments -> node.set("arguments", arguments));
        node.set("variables", answer.variables());
        return node;
    }

    private static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : Json.text(value);
    }
}
