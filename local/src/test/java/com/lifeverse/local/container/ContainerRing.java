package com.lifeverse.local.container;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code ./dev containers}: the contracts of the adapters and the journeys of the tour, with an emulator's services in place of the
 * local stack's. Without Docker there is nothing to run them against; that is said, and is no failure.
 */
@Command(
        name = "containers",
        description = {
            "Runs the adapters' contracts, and the tour's journeys with functions and HTTP of the local stack, against tables,"
                    + " streams, buses and queues of an emulator: in a container, or wherever --endpoint says.",
            "Without Docker it is skipped, and that is said. What is at --endpoint must be nobody else's: tables are deleted there.",
            "Exit: 0 all held or skipped, 1 something did not hold, 2 usage, 4 nothing answers at --endpoint."
        },
        mixinStandardHelpOptions = true)
public final class ContainerRing implements Callable<Integer> {
    private static final int FINE = 0;
    private static final int FINDINGS = 1;
    private static final int USAGE = 2;
    private static final int UNREACHABLE = 4;

    @Option(
            names = "--image",
            paramLabel = "IMAGE",
            defaultValue = Emulator.IMAGE,
            description = "LocalStack up to 4.14.0 (later ones ask for a token), or Floci; default ${DEFAULT-VALUE}.")
    private String image = Emulator.IMAGE;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Something that answers as AWS does already, such as http://127.0.0.1:4566.")
    private @Nullable URI endpoint;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final BooleanSupplier docker;
    private final Function<Endpoint, RingReport> tests;
    private final PrintWriter out;

    /**
     * The command.
     *
     * @param docker whether containers can be started
     * @param tests what is run against an endpoint
     */
    ContainerRing(BooleanSupplier docker, Function<Endpoint, RingReport> tests, PrintWriter out) {
        this.docker = docker;
        this.tests = tests;
        this.out = out;
    }

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(new ContainerRing(Emulator::isPossible, RingTests::run, out), arguments));
    }

    static int run(ContainerRing ring, String... arguments) {
        return new CommandLine(ring)
                .setOut(ring.out)
                .setCommandName("./dev containers")
                .execute(arguments);
    }

    @Override
    public Integer call() {
        if (endpoint != null) {
            return at(endpoint);
        }
        if (!docker.getAsBoolean()) {
            return skipped("There is no Docker here, so no container can be started."
                    + " --endpoint takes an emulator that runs already.");
        }
        System.err.println("Starting " + image);
        try (var emulator = Emulator.start(image)) {
            return at(emulator.address());
        }
    }

    private int at(URI address) {
        Endpoint there;
        try {
            there = new Endpoint(address);
        } catch (IllegalArgumentException e) {
            return refused(USAGE, "usage", String.valueOf(e.getMessage()));
        }
        if (!Reached.answers(there)) {
            return refused(UNREACHABLE, "unreachable", "Nothing answers as DynamoDB does at " + address);
        }
        var report = tests.apply(there);
        if (json) {
            print(report.failures().isEmpty(), report.result(address), report.findings());
        } else {
            report.lines().forEach(out::println);
        }
        return report.failures().isEmpty() ? FINE : FINDINGS;
    }

    private int skipped(String why) {
        if (json) {
            print(true, Json.object().put("skipped", why), List.of());
        } else {
            out.println("skipped  " + why);
        }
        return FINE;
    }

    private int refused(int code, String slug, String why) {
        if (json) {
            print(false, Json.object(), List.of(RingReport.finding(slug, why)));
        } else {
            System.err.println(why);
        }
        return code;
    }

    private void print(boolean ok, ObjectNode result, List<ObjectNode> findings) {
        var document = Json.object().put("command", "containers").put("ok", ok);
        document.set("result", result);
        document.putArray("findings").addAll(findings);
        out.println(document.toPrettyString());
    }
}
