package com.lifeverse.local.bus;

import com.lifeverse.local.kernel.Cloud;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events of an archive that are put on their bus once more.
 *
 * @param archiveArn where they come from
 * @param rules the ARNs of the rules that get them; all of the bus if there are none
 * @param from the first moment whose events are replayed
 * @param to the moment before which they are
 * @param after behind which event it goes on
 */
public record Replay(
        String name,
        String archiveArn,
        List<String> rules,
        Instant from,
        Instant to,
        State state,
        String after,
        Instant startedAt,
        @Nullable Instant endedAt) {
    /** How far it is. */
    public enum State {
        RUNNING,
        COMPLETED,
        CANCELLED
    }

    public Replay {
        rules = List.copyOf(rules);
    }

    public String arn() {
        return Cloud.arn("events", "replay/" + name);
    }

    /** The time of the event that was replayed last. */
    public Optional<Instant> lastReplayed() {
        int last = after.lastIndexOf('#');
        int first = after.indexOf('#');
        return last > first ? Optional.of(Instant.parse(after.substring(first + 1, last))) : Optional.empty();
    }

    Replay behind(String key) {
        return new Replay(name, archiveArn, rules, from, to, state, key, startedAt, endedAt);
    }

    Replay ended(State how, Instant now) {
        return new Replay(name, archiveArn, rules, from, to, how, after, startedAt, now);
    }
}
