package com.lifeverse.trigger.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A ledger in memory, that can be cut: from then on, no call is answered any more, the last one before or after it was done. */
final class RememberedLedger implements Ledger {
    final List<Entry> told = new ArrayList<>();
    final Map<String, Entry> lines = new LinkedHashMap<>();
    private final Map<String, ScheduleState> states = new HashMap<>();
    private final Cuts cuts;

    RememberedLedger(Cuts cuts) {
        this.cuts = cuts;
    }

    @Override
    public List<ScheduleState> states() {
        return cuts.answered(() -> List.copyOf(states.values()));
    }

    @Override
    public Optional<ScheduleState> state(String schedule) {
        return cuts.answered(() -> Optional.ofNullable(states.get(schedule)));
    }

    @Override
    public Set<Instant> taken(String schedule, List<Instant> times) {
        return cuts.answered(() -> {
            var taken = new HashSet<Instant>();
            lines.values().stream()
                    .filter(line ->
                            line.run().kind() != Run.Kind.NOW && line.outcome().takesPlace())
                    .map(line -> line.run().intendedAt())
                    .filter(times::contains)
                    .forEach(taken::add);
            return Set.copyOf(taken);
        });
    }

    @Override
    public boolean write(Decision decision) {
        return cuts.answered(() -> {
            var before = decision.before();
            long known = Optional.ofNullable(states.get(before.schedule()))
                    .map(ScheduleState::version)
                    .orElse(0L);
            if (known != before.version()) {
                return false;
            }
            states.put(before.schedule(), decision.after().written());
            decision.entries().forEach(entry -> {
                lines.put(entry.run().id(), entry);
                if (!entry.tells().isEmpty()) {
                    told.add(entry);
                }
            });
            return true;
        });
    }

    @Override
    public Page runs(String schedule, int most, String cursor) {
        return new Page(
                lines.values().stream()
                        .sorted(Comparator.comparing((Entry line) -> line.run().intendedAt())
                                .reversed())
                        .limit(most)
                        .toList(),
                "");
    }

    @Override
    public Optional<Entry> asked(String schedule, String runId) {
        return cuts.answered(() -> Optional.ofNullable(lines.get(runId)));
    }
}
