package com.lifeverse.session.signin;

import com.lifeverse.session.live.CommandId;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The ids that one attempt of a sign-in uses for whatever it has to make, so that the next attempt recognises what this one
 * made.
 *
 * @param events makes ids for events
 */
public record FreshIds(CommandId command, String playerId, String sessionId, UUID salt, Supplier<UUID> events) {
    public static FreshIds from(Supplier<UUID> ids) {
        return new FreshIds(CommandId.of(ids.get()), "ply_" + ids.get(), "ses_" + ids.get(), ids.get(), ids);
    }

    /**
     * Ids for another attempt. A session that an attempt has asked for may have lived and ended before its answer came, and
     * who has ended must not come back: so each attempt asks for one of its own.
     */
    FreshIds again() {
        return new FreshIds(CommandId.of(events.get()), playerId, "ses_" + events.get(), salt, events);
    }
}
