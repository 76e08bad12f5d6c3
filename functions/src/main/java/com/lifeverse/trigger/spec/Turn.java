package com.lifeverse.trigger.spec;

import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many runs of a workflow may go on at once.
 *
 * @param key what they share: triggers and effects of the same key count together
 * @param of whose they are counted by
 * @param most so many at once; one makes a singleton
 * @param waits whether the others wait for their turn, or do not happen
 * @param lease how long a run may hold its turn; it is ended with it
 */
public record Turn(String key, Scope of, int most, boolean waits, Duration lease) {
    /** As whose turn of all players together is known. */
    public static final String ALL = "all";

    /** Whose turn it is for an event of that player. */
    public String owner(String playerId) {
        return switch (of) {
            case PLAYER -> playerId;
            case GLOBAL -> ALL;
        };
    }

    /** As {@code trigger-effects} gets it. */
    Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        data.put("key", key);
        data.put("of", of == Scope.PLAYER ? "player" : "global");
        data.put("most", most);
        data.put("otherwise", waits ? "wait" : "drop");
        data.put("leaseSeconds", lease.toSeconds());
        return data;
    }
}
