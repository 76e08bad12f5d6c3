package com.lifeverse.local.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes a player through the main job and prints each request with its answer. With a data directory each finished step
 * is kept, and a tour that was killed goes on at the step it was in.
 */
public final class Tour {
    /** A step was answered otherwise than it must be. */
    public static final class WrongAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongAnswer(String wrong) {
            super(wrong);
        }
    }

    /** What a reader types first, so that the commands work as they stand. */
    private static final List<String> PROLOGUE = List.of(
            "API=http://127.0.0.1:8080   # ./dev up, in another terminal, prints it",
            "show() { tee last.json | node -pe 'JSON.stringify(JSON.parse(require(\"fs\").readFileSync(0)), null, 2)'; }",
            "take() { node -pe \"JSON.parse(require('fs').readFileSync('last.json')).$1\"; }");

    private final Journal journal;
    private final PrintStream results;
    private final PrintStream progress;

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
                .map(each -> new Exchange(each.command(), each.status(), Walk.elided(each.body())))
                .toList();
    }

    /** Prints what is done and does the rest. */
    public void run(Host host) throws IOException, InterruptedException {
        var walk = new Walk(host);
        var steps = Script.steps();
        PROLOGUE.forEach(command -> results.println("$ " + command));
        results.println();
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var known = journal.done();
            boolean done = i < known.size();
            progress.printf("step %d of %d: %s%n", i + 1, steps.size(), done ? "done before" : step.title());
            var exchange = done ? known.get(i) : take(step, host, walk);
            walk.remember(step, exchange);
            print(step, exchange);
            if (!done) {
                progress.printf("step %d answered%n", i + 1);
                journal.add(exchange);
            }
        }
    }

    private static Exchange take(Step step, Host host, Walk walk) throws IOException, InterruptedException {
        if (step.settles()) {
            host.settle();
        }
        var exchange = walk.ask(step);
        walk.wrong(step, exchange).ifPresent(wrong -> {
            throw new WrongAnswer(wrong);
        });
        return exchange;
    }

    private void print(Step step, Exchange exchange) {
        results.println("# " + step.title());
        step.setup().forEach(command -> results.println("$ " + command));
        results.println("$ " + exchange.command());
        results.println(Walk.elided(exchange.body()));
        List<String> takes = step.takes().entrySet().stream()
                .map(take -> "%s=$(take %s)".formatted(take.getKey(), take.getValue()))
                .toList();
        if (!takes.isEmpty()) {
            results.println("$ " + String.join(" ", takes));
        }
        results.println();
        results.flush();
    }
}
