package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** States in memory, for tests; keeps what a table and its stream would. */
public final class RememberedStates implements TriggerStates {
    private record Written(Stored stored, String command) {}

    private final Map<Subject, Written> states = new HashMap<>();
    private final List<Envelope> told = new ArrayList<>();
    private int reads;
    private int writes;

    @Override
    public synchronized Stored read(Subject subject) {
        reads++;
        return current(subject);
    }

    @Override
    public synchronized Saved save(Change change) {
        var written = states.get(change.subject());
        if (written != null && written.command().equals(change.command())) {
            return new Saved.Done();
        }
        var current = current(change.subject());
        if (current.revision() != change.before().revision()) {
            return new Saved.Overtaken(current);
        }
        writes++;
        states.put(change.subject(), new Written(new Stored(current.revision() + 1, change.after()), change.command()));
        told.addAll(change.told());
        return new Saved.Done();
    }

    /** Everything that the outbox would have told, in order. */
    public synchronized List<Envelope> told() {
        return List.copyOf(told);
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
