package com.lifeverse.liveops.flip;

import com.lifeverse.platform.Envelope;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A ledger in memory. */
final class RememberedFlips implements FlipLedger {
    final List<Envelope> told = new ArrayList<>();
    private final Map<String, FlipState> states = new TreeMap<>();
    private final Map<String, Map<String, FlipLine>> lines = new TreeMap<>();

    @Override
    public List<FlipState> states() {
        return List.copyOf(states.values());
    }

    @Override
    public Set<String> told(String event, LocalDateTime from) {
        return lines(event).values().stream()
                .filter(line -> !line.flip().occurrence().isBefore(from))
                .map(line -> line.flip().key())
                .collect(Collectors.toSet());
    }

    @Override
    public List<FlipLine> latest(String event, int most) {
        return lines(event).values().stream()
                .sorted(Comparator.comparing((FlipLine line) -> line.flip().key())
                        .reversed())
                .limit(most)
                .toList();
    }

    @Override
    public boolean write(FlipState after, List<FlipLine> added, List<Envelope> news) {
        var known = states.get(after.event());
        long version = known == null ? 0 : known.version();
        var mine = lines(after.event());
        if (version != after.version() - 1
                || added.stream().anyMatch(line -> mine.containsKey(line.flip().key()))) {
            return false;
        }
        states.put(after.event(), after);
        added.forEach(line -> mine.put(line.flip().key(), line));
        told.addAll(news);
        return true;
    }

    private Map<String, FlipLine> lines(String event) {
        return lines.computeIfAbsent(event, _ -> new TreeMap<>());
    }
}
