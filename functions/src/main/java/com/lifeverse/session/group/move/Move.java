package com.lifeverse.session.group.move;

/** What can be done to a player's place in a group. */
public enum Move {
    INVITE,
    JOIN,
    CONNECT,
    DISCONNECT,
    LEAVE,
    REJECT,
    CANCEL,
    KICK,
    LAPSE,
    DROP,
    TERMINATE
}
