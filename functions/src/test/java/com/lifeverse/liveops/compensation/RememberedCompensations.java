package com.lifeverse.liveops.compensation;

import com.lifeverse.platform.Envelope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A ledger in memory, for tests. */
public final class RememberedCompensations implements Compensations {
    private final Map<String, Compensation> all = new HashMap<>();
    private final Map<String, Map<Integer, Reconciliation.Part>> parts = new HashMap<>();
    private final Map<String, Optional<Envelope>> last = new HashMap<>();

    @Override
    public Optional<Compensation> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public boolean write(Compensation after, Optional<Envelope> news) {
        int before = find(after.id()).map(Compensation::version).orElse(0);
        if (before != after.version() - 1) {
            return false;
        }
        all.put(after.id(), after);
        last.put(after.id(), news);
        return true;
    }

    @Override
    public List<Compensation> latest(int most) {
        return all.values().stream()
                .sorted(Comparator.comparing(
                                (Compensation each) -> each.history().getFirst().at())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public void done(String id, Reconciliation.Part part) {
        parts.computeIfAbsent(id, _ -> new TreeMap<>()).put(part.first(), part);
    }

    @Override
    public List<Reconciliation.Part> parts(String id) {
        return new ArrayList<>(parts.getOrDefault(id, Map.of()).values());
    }

    boolean told(String id) {
        return last.getOrDefault(id, Optional.empty()).isPresent();
    }
}
