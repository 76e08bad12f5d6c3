package com.lifeverse.session.group;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a group's leader may change.
 *
 * @param properties seen by its members
 * @param searchable seen by everybody who looks for a group
 * @param backfill true while it asks for more players
 */
public record Settings(
        Joinability joinability, Map<String, String> properties, Map<String, String> searchable, boolean backfill) {
    public Settings {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        searchable = Collections.unmodifiableMap(new TreeMap<>(searchable));
    }

    public Settings with(Joinability given) {
        return new Settings(given, properties, searchable, backfill);
    }
}
