package com.lifeverse.session.history;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened, in memory. */
public final class InMemoryHistory implements History {
    private final SortedMap<String, HistoryEntry> entries = new TreeMap<>();

    @Override
    public synchronized void keep(Envelope event, Instant until) {
        HistoryEntry.of(event).ifPresent(entry -> entries.put(entry.at() + "#" + entry.eventId(), entry));
    }

    @Override
    public synchronized List<HistoryEntry> ofSession(String sessionId, int most) {
        return entries.values().stream()
                .filter(entry -> entry.sessionId().filter(sessionId::equals).isPresent())
                .limit(most)
                .sorted(HistoryEntry.ORDER)
                .toList();
    }

    @Override
    public synchronized List<HistoryEntry> ofPlayer(String playerId, int most) {
        return List.copyOf(entries.values()).reversed().stream()
                .filter(entry -> entry.playerId().equals(playerId))
                .limit(most)
                .sorted(HistoryEntry.ORDER.reversed())
                .toList();
    }
}
