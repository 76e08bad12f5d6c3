package com.lifeverse.liveops.timeline;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What players of one place may know from a moment on: nothing in it is announced later than that.
 *
 * @param body the document, as plain Java
 * @param leftOut the names of events for which there was no room in it
 */
public record Sheet(Instant from, Map<String, Object> body, List<String> leftOut) {
    /** One with room for all. */
    public Sheet(Instant from, Map<String, Object> body) {
        this(from, body, List.of());
    }

    public Sheet {
        leftOut = List.copyOf(leftOut);
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
}
