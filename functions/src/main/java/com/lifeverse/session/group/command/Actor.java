package com.lifeverse.session.group.command;

import java.util.Optional;

/**
 * Who gives a command.
 *
 * @param id of the player, or of the game server
 * @param isServer true of a game server, which may do all that a leader may
 */
public record Actor(String id, boolean isServer) {
    /** The player's id; empty if it is no player. */
    public Optional<String> playerId() {
        return isServer ? Optional.empty() : Optional.of(id);
    }

    public static Actor player(String playerId) {
        return new Actor(playerId, false);
    }

    public static Actor server(String serverId) {
        return new Actor(serverId, true);
    }
}
