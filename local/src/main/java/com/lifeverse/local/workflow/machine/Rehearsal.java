package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays one execution to its end in virtual time, with given answers instead of services: waits, retries and time-outs
 * cost nothing, and two plays are the same.
 */
public final class Rehearsal {
    /** Answers tasks. */
    @FunctionalInterface
    public interface Answers {
        /** What an attempt comes to; empty if it never answers. */
        Optional<Answer> to(Awaited.Reply asked);

        /**
         * What the children of a distributed Map come to; empty if they never end, as where nobody plays them.
         *
         * @param inputs what an item, by its index, becomes for its child
         */
        default Optional<Answer> to(Awaited.Children asked, BiFunction<Integer, JsonNode, JsonNode> inputs) {
            return Optional.empty();
        }
    }

    /**
     * What happens to a task, and when.
     *
     * @param happening answers the attempt
     * @param after how long it takes
     */
    public record Answer(Happening happening, Duration after) {
        /** An answer that comes at once. */
        public static Answer now(Happening happening) {
            return new Answer(happening, Duration.ZERO);
        }
    }

    /**
     * What came of it.
     *
     * @param ending null if it hangs: nothing more can happen to it
     * @param ways the ways out of states that were taken, such as {@code Grant/Catch/0}
     */
    public record Played(@Nullable Ending ending, List<HistoryEvent> history, List<String> ways, Duration elapsed) {}

    private record Due(Instant at, long order, Happening happening) {}

    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Memory scene = new Memory();
    private final List<HistoryEvent> history = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
    private final Run run;
    private final Interpreter interpreter;
    private final Answers answers;
    private Consumer<Scene> watching = _ -> {};
    private Instant now;
    private long order;

    public Rehearsal(Definition definition, Run run, Chance chance, Answers answers) {
        this.run = run;
        this.interpreter = new Interpreter(definition, run, chance);
        this.answers = answers;
        this.now = run.startedAt();
    }

    /** Puts something on the agenda that nobody asked for, such as a task token that comes back. */
    public Rehearsal with(Duration after, Happening happening) {
        at(run.startedAt().plus(after), happening);
        return this;
    }

    /** Shows the scene after every step. */
    public Rehearsal watched(Consumer<Scene> looking) {
        watching = looking;
        return this;
    }

    /** Plays to the end. */
    public Played play() {
        var deadline = run.deadline();
        if (deadline != null) {
            at(deadline, new Happening.Expired());
        }
        scene.strands().forEach(this::follow);
        while (scene.progress().ending() == null && !agenda.isEmpty()) {
            var due = agenda.remove();
            now = now.isBefore(due.at()) ? due.at() : now;
            var step = interpreter.step(scene, due.happening(), now);
            scene.apply(step);
            watching.accept(scene);
            history.addAll(step.events());
            ways.addAll(step.ways());
            step.changed().forEach(this::follow);
        }
        return new Played(scene.progress().ending(), history, ways, Duration.between(run.startedAt(), now));
    }

    private void follow(Strand strand) {
        for (var awaited : strand.awaits()) {
            switch (awaited) {
                case Awaited.Step step -> at(now, new Happening.Proceed(step.strand(), step.turn()));
                case Awaited.Alarm alarm -> at(alarm.at(), new Happening.Alarm(alarm.strand(), alarm.turn()));
                case Awaited.Reply reply ->
                    answers.to(reply).ifPresent(answer -> at(now.plus(answer.after()), answer.happening()));
                case Awaited.Children children ->
                    answers.to(
                                    children,
                                    (index, item) -> interpreter.childInput(scene, children.strand(), index, item, now))
                            .ifPresent(answer -> at(now.plus(answer.after()), answer.happening()));
                // Who plays says when this is over.
                case Awaited.Completion _ -> {}
            }
        }
    }

    private void at(Instant when, Happening happening) {
        agenda.add(new Due(when, order++, happening));
    }
}
