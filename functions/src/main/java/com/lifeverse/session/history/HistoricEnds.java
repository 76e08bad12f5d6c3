package com.lifeverse.session.history;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.history.HistoryEntry.What;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.PastEnds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How sessions ended, from what is kept of them. */
public final class HistoricEnds implements PastEnds {
    private final History history;
    private final SessionPolicy policy;

    public HistoricEnds(History history, SessionPolicy policy) {
        this.history = history;
        this.policy = policy;
    }

    @Override
    public Optional<Past> of(String sessionId) {
        var entries = history.ofSession(sessionId, policy.historyLongest());
        var told = entries.stream().map(HistoryEntry::eventId).collect(Collectors.toSet());
        return entries.stream()
                .map(HistoryEntry::what)
                .filter(What.Started.class::isInstance)
                .map(What.Started.class::cast)
                .findFirst()
                .map(started -> new Past(why(entries), started.platform(), started.clientVersion(), told));
    }

    private static Ending why(List<HistoryEntry> entries) {
        return entries.reversed().stream()
                .map(HistoryEntry::what)
                .filter(What.Ended.class::isInstance)
                .map(What.Ended.class::cast)
                .findFirst()
                .<Ending>map(ended -> new Ending.Because(ended.reason(), ended.by()))
                .orElseGet(Ending.Forgotten::new);
    }
}
