package com.lifeverse.local.table.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a table is told and shows again, and what changes nothing here: it is about AWS's own care and price.
 *
 * @param tableClass as AWS names it; empty for the standard one
 * @param encryptionKey the ARN of the key that the table was said to be encrypted with; empty for AWS's own
 * @param onDemand the most units a second on demand; -1 for no end
 * @param warm what it was made ready for; empty if nobody asked
 */
public record Settings(
        Optional<String> tableClass,
        Optional<String> encryptionKey,
        Optional<Throughput> onDemand,
        Optional<Warmth> warm,
        Map<String, String> tags) {
    /** Nothing was said. */
    public static final Settings NONE =
            new Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    public Settings {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    public Settings withTags(Map<String, String> changed) {
        return new Settings(tableClass, encryptionKey, onDemand, warm, changed);
    }

    public Settings withWarm(Warmth changed) {
        return new Settings(tableClass, encryptionKey, onDemand, Optional.of(changed), tags);
    }
}
