package com.lifeverse.local.bus;

import com.lifeverse.local.kernel.Cloud;
import java.time.Duration;
import java.util.Optional;

/**
 * What of a bus is kept.
 *
 * @param bus the name of the bus
 * @param pattern what is kept of it; all if there is none
 * @param retention for how long; for ever if there is none
 */
public record Archive(String name, String bus, Optional<EventPattern> pattern, Optional<Duration> retention) {
    public String arn() {
        return Cloud.arn("events", "archive/" + name);
    }

    boolean wants(String event) {
        return pattern.isEmpty() || pattern.get().matches(event);
    }
}
