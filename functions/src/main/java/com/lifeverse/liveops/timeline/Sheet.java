package com.lifeverse.liveops.timeline;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What players of one place may know from a moment on: nothing in it is announced later than that.
 *
 * @param body the document, as plain Java
 */
public record Sheet(Instant from, Map<String, Object> body) {
    public Sheet {
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
}
