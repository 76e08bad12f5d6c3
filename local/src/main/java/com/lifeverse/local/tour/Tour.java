package com.lifeverse.local.tour;

import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes a player through the main job and prints each request with its answer. With a data directory each finished step
 * is kept, and a tour that was killed goes on at the step it was in.
 */
public final class Tour {
    /** A step was answered otherwise than it must be. */
    public static final class WrongAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongAnswer(Step step, Exchange exchange, String wrong) {
            super("%s%n%s. The answer, with status %d: %s"
                    .formatted(step.title(), wrong, exchange.status(), elided(exchange.body())));
        }
    }

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final PrettyPrinter LAYOUT = new DefaultPrettyPrinter()
            .withObjectIndenter(INDENT)
            .withArrayIndenter(INDENT)
            .withSeparators(Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    /** Tokens are shown by their first letters only: nobody reads the rest, and output ends up in places. */
    private static final Pattern TOKEN = Pattern.compile("(\"(?:access|refresh)Token\": \")([^\"]{12})[^\"]*\"");

    /** What a reader types first, so that the commands work as they stand. */
    private static final List<String> PROLOGUE = List.of(
            "API=http://127.0.0.1:8080   # ./dev up, in another terminal, prints it",
            "show() { tee last.json | node -pe 'JSON.stringify(JSON.parse(require(\"fs\").readFileSync(0)), null, 2)'; }",
            "take() { node -pe \"JSON.parse(require('fs').readFileSync('last.json')).$1\"; }");

    private final Journal journal;
    private final PrintStream results;
    private final PrintStream progress;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private Tour(Journal journal, PrintStream results, PrintStream progress) {
        this.journal = journal;
        this.results = results;
        this.progress = progress;
    }

    /** A tour that leaves nothing behind, or one whose steps are kept in {@code data}. */
    public static Tour in(Optional<Path> data, Instant now, PrintStream results, PrintStream progress)
            throws IOException {
        var journal = data.isPresent() ? Journal.in(data.get(), now) : Journal.inMemory(now);
        return new Tour(journal, results, progress);
    }

    /** When it began. Its stack's time must stand still there: what a killed tour was given must not lapse while it rests. */
    public Instant startedAt() {
        return journal.startedAt();
    }

    /** How many steps an earlier run of this tour has finished. */
    public int stepsDone() {
        return journal.done().size();
    }

    /** The steps that are done, with tokens shown by their first letters only. */
    public List<Exchange> done() {
        return journal.done().stream()
                .map(each -> new Exchange(each.command(), each.status(), elided(each.body())))
                .toList();
    }

    /** Prints what is done and does the rest. */
    public void run(Host host) throws IOException, InterruptedException {
        var sender = new Sender(host);
        var steps = Script.steps();
        PROLOGUE.forEach(command -> results.println("$ " + command));
        results.println();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var known = journal.done();
            boolean done = i < known.size();
            progress.printf("step %d of %d: %s%n", i + 1, steps.size(), done ? "done before" : step.title());
            var exchange = done ? known.get(i) : take(step, host, sender);
            remember(step, exchange);
            print(step, exchange);
            if (!done) {
                progress.printf("step %d answered%n", i + 1);
                journal.add(exchange);
            }
        }
    }

    private Exchange take(Step step, Host host, Sender sender) throws IOException, InterruptedException {
        if (step.settles()) {
            host.settle();
        }
        var answer = sender.send(step.call().filled(variables));
        var exchange =
                new Exchange(step.call().command(), answer.statusCode(), laidOut(answer.statusCode(), answer.body()));
        var wrong = step.wrong(exchange, variables);
        if (wrong.isPresent()) {
            throw new WrongAnswer(step, exchange, wrong.get());
        }
        return exchange;
    }

    private void remember(Step step, Exchange exchange) {
        if (!step.takes().isEmpty()) {
            JsonNode body = Json.read(exchange.body());
            step.takes()
                    .forEach((variable, member) ->
                            variables.put(variable, body.path(member).asText()));
        }
    }

    private void print(Step step, Exchange exchange) {
        results.println("# " + step.title());
        step.setup().forEach(command -> results.println("$ " + command));
        results.println("$ " + exchange.command());
        results.println(elided(exchange.body()));
        List<String> takes = step.takes().entrySet().stream()
                .map(take -> "%s=$(take %s)".formatted(take.getKey(), take.getValue()))
                .toList();
        if (!takes.isEmpty()) {
            results.println("$ " + String.join(" ", takes));
        }
        results.println();
        results.flush();
    }

    private static String elided(String body) {
        return TOKEN.matcher(body).replaceAll("$1$2…\"");
    }

    /** JSON laid out as JSON.stringify does it, which is what the shown command prints; the bare status if there is no body. */
    private static String laidOut(int status, String body) {
        return body.isEmpty() ? Integer.toString(status) : Json.text(Json.read(body), LAYOUT);
    }
}
