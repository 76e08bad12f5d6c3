package com.lifeverse.trigger.publish;

import com.lifeverse.platform.NameBasedId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All triggers that are to be in force together.
 *
 * @param documents what each one's file says, as JSON, by its name
 */
public record Draft(SortedMap<String, String> documents) {
    public Draft {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /** Changes exactly when a trigger does. */
    public String revision() {
        return NameBasedId.of("", documents.values().toArray(String[]::new));
    }
}
