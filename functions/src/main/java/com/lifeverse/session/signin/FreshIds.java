package com.lifeverse.session.signin;

import com.lifeverse.session.live.CommandId;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The ids that one sign-in uses for whatever it has to make; the same through all its attempts, so that it recognises what it
 * made itself.
 *
 * @param events makes ids for events
 */
public record FreshIds(CommandId command, String playerId, String sessionId, UUID salt, Supplier<UUID> events) {
    public static FreshIds from(Supplier<UUID> ids) {
        return new FreshIds(CommandId.of(ids.get()), "ply_" + ids.get(), "ses_" + ids.get(), ids.get(), ids);
    }
}
