package com.lifeverse.session.group;

import com.lifeverse.session.Platform;

/**
 * A player at the door.
 *
 * @param sessionId the session they come with; if it is lost, so is their connection
 * @param hands in which that session is; from earlier ones nothing is taken any more
 */
public record Entrant(String playerId, String sessionId, Hands hands, Traits traits) {
    /** One whose session never changed hands. */
    public Entrant(String playerId, String sessionId, Platform platform, Traits traits) {
        this(playerId, sessionId, new Hands(platform, 0), traits);
    }

    public Platform platform() {
        return hands.platform();
    }

    /** The same with the session in those hands. */
    public Entrant in(Hands given) {
        return new Entrant(playerId, sessionId, given, traits);
    }

    /** The same with those wishes and needs. */
    public Entrant with(Traits given) {
        return new Entrant(playerId, sessionId, hands, given);
    }

    /** True if they play with somebody on that platform. */
    public boolean wants(Platform other) {
        return traits.crossPlay().allows(platform(), other);
    }

    /** True if each plays with the other. */
    public boolean fits(Entrant other) {
        return wants(other.platform()) && other.wants(platform());
    }
}
