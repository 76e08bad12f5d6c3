package com.lifeverse.trigger.profile;

import com.lifeverse.platform.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Profiles in memory, for tests; keeps what a table and its stream would. */
public final class RememberedProfiles implements Profiles {
    private record Written(Stored stored, String command) {}

    private final Map<String, Written> profiles = new HashMap<>();
    private final Map<String, Set<Long>> marks = new HashMap<>();
    private final List<Envelope> told = new ArrayList<>();
    private int reads;
    private int writes;

    @Override
    public synchronized Stored read(String playerId) {
        reads++;
        return current(playerId);
    }

    @Override
    public synchronized Set<Long> counted(String playerId, Set<Long> keys) {
        var known = new HashSet<>(keys);
        known.retainAll(marks(playerId));
        return known;
    }

    @Override
    public synchronized Saved save(Change change) {
        var written = Optional.ofNullable(profiles.get(change.playerId()));
        if (written.filter(last -> last.command().equals(change.command())).isPresent()) {
            return new Saved.Done();
        }
        var counted = counted(change.playerId(), Set.copyOf(change.counted()));
        if (current(change.playerId()).revision() != change.before().revision() || !counted.isEmpty()) {
            return new Saved.Overtaken(current(change.playerId()), counted);
        }
        writes++;
        marks(change.playerId()).addAll(change.counted());
        profiles.put(
                change.playerId(),
                new Written(new Stored(change.before().revision() + 1, change.after()), change.command()));
        change.told().ifPresent(told::add);
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

    private Stored current(String playerId) {
        return Optional.ofNullable(profiles.get(playerId)).map(Written::stored).orElse(Stored.NOTHING);
    }

    private Set<Long> marks(String playerId) {
        return marks.computeIfAbsent(playerId, _ -> new HashSet<>());
    }
}
