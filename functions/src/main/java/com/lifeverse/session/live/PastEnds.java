package com.lifeverse.session.live;

import com.lifeverse.session.Client;
import com.lifeverse.session.Platform;
import java.util.Optional;
import java.util.Set;

/** What is known of sessions that are not alive, beyond the few ends that the live item remembers: for a month, a few seconds late. */
@FunctionalInterface
public interface PastEnds {
    /** Where nothing is known. */
    PastEnds NONE = _ -> Optional.empty();

    /** What is known of a session: one query; empty if there is none of that id. */
    Optional<Past> of(String sessionId);

    /**
     * A session that began some time.
     *
     * @param why it is over; {@link Ending.Forgotten} if that is not known
     * @param platform on which it began
     * @param version with which it began
     * @param told ids of the events that told of it
     */
    record Past(Ending why, Platform platform, String version, Set<String> told) {
        public Past {
            told = Set.copyOf(told);
        }

        /** True if it began with such a client. */
        public boolean beganWith(Client client) {
            return platform == client.platform() && version.equals(client.version());
        }
    }
}
