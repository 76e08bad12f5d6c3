package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.command.Refusal;

/** What came of asking a group. */
public sealed interface GroupOutcome {
    /** It is as asked; this is how it stands. */
    record Done(Group group) implements GroupOutcome {}

    /** There is no such group. */
    record NotFound() implements GroupOutcome {}

    /** The group is not what the caller took it for; this is what it is. */
    record Stale(Group group) implements GroupOutcome {}

    /** It is not done. */
    record Refused(Refusal why, Group group) implements GroupOutcome {}

    /** Others wrote the group each time; trying again will help. */
    record Contended() implements GroupOutcome {}
}
