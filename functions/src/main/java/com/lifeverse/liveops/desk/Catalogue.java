package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.event.LiveEvent;
import java.util.List;

/**
 * The events that players have.
 *
 * @param revision grows with each publication and withdrawal
 */
public record Catalogue(long revision, List<Published> published) {
    public Catalogue {
        published = List.copyOf(published);
    }

    /** What they mean. */
    public List<LiveEvent> events() {
        return published.stream().map(each -> each.revision().event()).toList();
    }
}
