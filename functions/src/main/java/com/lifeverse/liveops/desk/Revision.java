package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.event.LiveEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an author wrote, once. It never changes.
 *
 * @param number from 1
 * @param event what it means
 * @param document what it says: the content of its file, as plain Java
 */
public record Revision(int number, String author, Instant at, LiveEvent event, Map<String, Object> document) {
    public Revision {
        document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
    }
}
