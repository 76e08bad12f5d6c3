package com.lifeverse.session.group.command;

/**
 * Who gives a command.
 *
 * @param id of the player, or of the game server
 * @param isServer true of a game server, which may do all that a leader may
 */
public record Actor(String id, boolean isServer) {
    public static Actor player(String playerId) {
        return new Actor(playerId, false);
    }

    public static Actor server(String serverId) {
        return new Actor(serverId, true);
    }
}
