package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.Comparison;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States in memory, for tests; keeps what a table and its stream would. */
public final class RememberedStates implements TriggerStates {
    private record Written(Stored stored, String command, Optional<Instant> due) {}

    private final Map<Subject, Written> states = new HashMap<>();
    private final List<Envelope> told = new ArrayList<>();
    private final List<Comparison> compared = new ArrayList<>();
    private int reads;
    private int writes;

    @Override
    public synchronized Map<Subject, Stored> read(List<Subject> subjects) {
        reads++;
        return subjects.stream().collect(Collectors.toMap(Function.identity(), this::current));
    }

    @Override
    public synchronized Stream<Subject> due(int part, Instant now) {
        return part > 0
                ? Stream.empty()
                : states.entrySet().stream()
                        .filter(entry -> entry.getValue()
                                .due()
                                .filter(due -> !due.isAfter(now))
                                .isPresent())
                        .sorted(Comparator.comparing(
                                entry -> entry.getValue().due().orElseThrow()))
                        .map(Map.Entry::getKey)
                        .toList()
                        .stream();
    }

    @Override
    public synchronized Saved save(List<Change> changes) {
        if (changes.stream().anyMatch(this::isWritten)) {
            return new Saved.Done();
        }
        var overtaken = changes.stream()
                .filter(change ->
                        current(change.subject()).revision() != change.before().revision())
                .collect(Collectors.toMap(Change::subject, change -> current(change.subject())));
        if (!overtaken.isEmpty()) {
            return new Saved.Overtaken(overtaken);
        }
        writes++;
        for (var change : changes) {
            var stored = new Stored(change.before().revision() + 1, change.after(), change.shadow());
            states.put(change.subject(), new Written(stored, change.command(), change.due()));
            told.addAll(change.told());
            compared.addAll(change.compared());
        }
        return new Saved.Done();
    }

    private boolean isWritten(Change change) {
        return Optional.ofNullable(states.get(change.subject()))
                .filter(written -> written.command().equals(change.command()))
                .isPresent();
    }

    /** Everything that the outbox would have told, in order. */
    public synchronized List<Envelope> told() {
        return List.copyOf(told);
    }

    /** Everything that the stream's reader would have counted, in order. */
    public synchronized List<Comparison> compared() {
        return List.copyOf(compared);
    }

    public synchronized int reads() {
        return reads;
    }

    public synchronized int writes() {
        return writes;
    }

    private Stored current(Subject subject) {
        return Optional.ofNullable(states.get(subject)).map(Written::stored).orElse(Stored.NOTHING);
    }
}
