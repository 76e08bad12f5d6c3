package com.lifeverse.liveops.experiment;

import com.lifeverse.platform.Envelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Exposures in memory. */
final class RememberedExposures implements Exposures {
    private final Map<String, Exposure> known = new HashMap<>();
    private final List<Exposure> counted = new ArrayList<>();
    final List<Envelope> told = new ArrayList<>();

    @Override
    public Optional<Exposure> find(String playerId, String event, String experiment) {
        return Optional.ofNullable(known.get(playerId + "/" + event + "/" + experiment));
    }

    @Override
    public boolean note(Exposure next, Optional<Exposure> before, Envelope news) {
        var is = find(next.playerId(), next.event(), next.experiment()).map(Exposure::group);
        if (!is.equals(before.map(Exposure::group))) {
            return false;
        }
        known.put(next.playerId() + "/" + next.event() + "/" + next.experiment(), next);
        counted.add(next);
        told.add(news);
        return true;
    }

    @Override
    public Map<String, Long> counts(String event, String experiment, String split) {
        var counts = new HashMap<String, Long>();
        counted.stream()
                .filter(each -> each.event().equals(event)
                        && each.experiment().equals(experiment)
                        && each.split().equals(split))
                .forEach(each -> counts.merge(each.group(), 1L, Long::sum));
        return counts;
    }
}
