package com.lifeverse.session.group;

import com.lifeverse.platform.Bounds;
import java.time.Duration;
import java.time.Instant;

/**
 * The numbers of groups that are not a template's.
 *
 * @param attempts how often a write that others overtook is decided anew before the caller is asked to come back
 * @param page groups of a player that are looked at for one page of them
 * @param mostGroups that a player may be in at once
 * @param walk pages of a player's groups that are seen to in one go; the rest is seen to in the next
 * @param codeLife how long a join code is known
 * @param sweepAfter how long after its end a group may be swept away
 * @param persistentLife how long what belongs to a persistent group is kept without a change
 * @param settled how many memberships are put in order at once after a change; the broom takes the others
 */
public record GroupPolicy(
        int attempts,
        int page,
        int mostGroups,
        int walk,
        Duration codeLife,
        Duration sweepAfter,
        Duration persistentLife,
        int settled) {
    public GroupPolicy {
        Bounds.hold(attempts >= 1, "attempts must be at least 1");
        Bounds.hold(page >= 1, "page must be at least 1");
        Bounds.hold(mostGroups >= 1, "mostGroups must be at least 1");
        Bounds.hold(walk >= 1, "walk must be at least 1");
        Bounds.hold(codeLife.isPositive(), "codeLife must be positive");
        Bounds.hold(!sweepAfter.isNegative(), "sweepAfter must not be negative");
        Bounds.hold(persistentLife.isPositive(), "persistentLife must be positive");
        Bounds.hold(settled >= 0, "settled must not be negative");
    }

    /** When what belongs to the group may be swept away. */
    public Instant sweptAt(Group group, Instant now) {
        var end = group.end()
                .map(GroupEnd::at)
                .or(() -> group.template()
                        .timers()
                        .greatestAge()
                        .map(group.constants().createdAt()::plus));
        return end.map(at -> at.plus(sweepAfter)).orElseGet(() -> now.plus(persistentLife));
    }
}
