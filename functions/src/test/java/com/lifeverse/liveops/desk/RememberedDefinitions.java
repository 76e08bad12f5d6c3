package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.desk.Change.Effect;
import com.lifeverse.platform.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Definitions in memory. */
public final class RememberedDefinitions implements Definitions {
    private final Map<String, Definition> known = new TreeMap<>();
    private final Map<String, List<Revision>> revisions = new TreeMap<>();
    private final Map<String, List<LogEntry>> logs = new TreeMap<>();
    private final Map<String, Published> published = new TreeMap<>();
    private long catalogue;

    @Override
    public Optional<Definition> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    @Override
    public List<Definition> all() {
        return List.copyOf(known.values());
    }

    @Override
    public Optional<Revision> revision(String id, int number) {
        var all = revisions.getOrDefault(id, List.of());
        return number < 1 || number > all.size() ? Optional.empty() : Optional.of(all.get(number - 1));
    }

    @Override
    public Page log(String id, int most, Optional<Long> before) {
        return Page.of(logs.getOrDefault(id, List.of()).reversed().stream()
                .filter(entry -> before.isEmpty() || entry.version() < before.get())
                .limit(most)
                .toList());
    }

    @Override
    public Catalogue catalogue() {
        return new Catalogue(catalogue, List.copyOf(published.values()));
    }

    @Override
    public boolean write(Change change, Envelope news) {
        var id = change.after().id();
        long version = find(id).map(Definition::version).orElse(0L);
        boolean looked = switch (change.effect()) {
            case Effect.None _ -> true;
            case Effect.Publish publish -> publish.catalogue() == catalogue;
            case Effect.Withdraw withdraw -> withdraw.catalogue() == catalogue;
        };
        if (version != change.after().version() - 1 || !looked) {
            return false;
        }
        known.put(id, change.after());
        logs.computeIfAbsent(id, _ -> new ArrayList<>()).add(change.entry());
        change.added()
                .ifPresent(added ->
                        revisions.computeIfAbsent(id, _ -> new ArrayList<>()).add(added));
        switch (change.effect()) {
            case Effect.None _ -> {
                // Players have what they had.
            }
            case Effect.Publish publish -> {
                published.put(id, publish.published());
                catalogue++;
            }
            case Effect.Withdraw _ -> {
                published.remove(id);
                catalogue++;
            }
        }
        return true;
    }
}
