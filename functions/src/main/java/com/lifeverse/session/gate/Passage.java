package com.lifeverse.session.gate;

import com.lifeverse.session.Client;
import com.lifeverse.session.Platform;
import java.time.Instant;

/** Whether a client may sign in now; if not, what, until when, and what to do. */
public sealed interface Passage {
    /** Come in. */
    record Open() implements Passage {}

    /** The client is too old: update it. */
    record TooOld(Platform platform, String minimum) implements Passage {}

    /** Nobody signs in: wait. */
    record Closed(Gates.Maintenance maintenance) implements Passage {}

    /** The region takes nobody: wait, or go to another one. */
    record Draining(String region, Gates.Drain drain) implements Passage {}

    /** There may be a queue: whoever is not let in at once takes a ticket. */
    record Queueing(Gates.Admission admission) implements Passage {}

    /** What the gates say to a client, the most lasting reason first. */
    static Passage of(Gates gates, Client client, Instant now) {
        var minimum = gates.minimumVersions().get(client.platform());
        if (minimum != null && Versions.isOlder(client.version(), minimum)) {
            return new TooOld(client.platform(), minimum);
        }
        var maintenance =
                gates.maintenance().filter(window -> !now.isBefore(window.from()) && now.isBefore(window.until()));
        if (maintenance.isPresent()) {
            return new Closed(maintenance.get());
        }
        var region = client.region().orElse("");
        var drain = gates.drains().get(region);
        if (drain != null && now.isBefore(drain.until())) {
            return new Draining(region, drain);
        }
        return gates.admission().<Passage>map(Queueing::new).orElseGet(Open::new);
    }

    /**
     * What they say to a client that takes a living session over from another device: the same, but that it need not queue, for the
     * session has its place.
     */
    static Passage toTakeOver(Gates gates, Client client, Instant now) {
        return switch (of(gates, client, now)) {
            case TooOld refused -> refused;
            case Closed refused -> refused;
            case Draining refused -> refused;
            case Queueing _, Open _ -> new Open();
        };
    }

    /**
     * What they say to a client that comes back to its own living session: it takes no new place, so all that counts is whether its
     * version is served.
     */
    static Passage toResume(Gates gates, Client client, Instant now) {
        return switch (of(gates, client, now)) {
            case TooOld refused -> refused;
            case Closed _, Draining _, Queueing _, Open _ -> new Open();
        };
    }
}
