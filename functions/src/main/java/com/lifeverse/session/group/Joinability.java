package com.lifeverse.session.group;

/** Who may come without an invitation. The names are part of the HTTP contract. */
public enum Joinability {
    OPEN,
    CLOSED,
    INVITE_ONLY,
    FRIENDS_OF_MEMBERS,
    FRIENDS_OF_LEADER,
    FRIENDS_OF_FRIENDS
}
