package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.event.LiveEvent;
import java.util.List;
import java.util.Optional;

/**
 * The events that players have.
 *
 * @param revision grows with each publication and withdrawal
 */
public record Catalogue(long revision, List<Published> published) {
    public Catalogue {
        published = List.copyOf(published);
    }

    /** What they have of that event. */
    public Optional<Published> find(String event) {
        return published.stream().filter(each -> each.id().equals(event)).findFirst();
    }

    /** What they mean. */
    public List<LiveEvent> events() {
        return published.stream().map(each -> each.revision().event()).toList();
    }
}
