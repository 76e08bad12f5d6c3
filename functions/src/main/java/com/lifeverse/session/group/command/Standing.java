package com.lifeverse.session.group.command;

/**
 * How somebody stands to those in a group.
 *
 * @param friend true if the group's joinability asks for friends and they are one as it means it
 * @param blocked true if they and one in the group keep apart
 */
public record Standing(boolean friend, boolean blocked) {
    public static final Standing STRANGER = new Standing(false, false);
}
