package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.rule.GroupClock;
import com.lifeverse.session.group.rule.GroupRules;
import com.lifeverse.session.live.CommandId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Carries out what is asked of a group: one read, one conditional write, and a pointer where somebody gets or gives up a seat.
 * Whoever is overtaken decides anew on what the table says now.
 */
public final class GroupDesk {
    private final Groups groups;
    private final Memberships memberships;
    private final GroupPolicy policy;

    public GroupDesk(Groups groups, Memberships memberships, GroupPolicy policy) {
        this.groups = groups;
        this.memberships = memberships;
        this.policy = policy;
    }

    /** The group as of now, nothing is written: one read. */
    public Optional<Group> look(String groupId, Instant now) {
        return groups.read(groupId)
                .map(stored -> GroupClock.asOf(stored.group(), now).group());
    }

    /** True if something falls due then in the group as it was last written: one read. */
    public boolean awaits(String groupId, Instant due) {
        return groups.read(groupId)
                .filter(stored -> GroupClock.dues(stored.group()).contains(due))
                .isPresent();
    }

    /** The groups that the player has a seat in, or is invited to: a query, and one read each. */
    public List<Group> of(String playerId, Instant now) {
        return memberships.of(playerId, policy.ownLongest()).stream()
                .flatMap(id -> look(id, now).stream())
                .filter(group -> group.seats(playerId))
                .toList();
    }

    /**
     * Asks the group.
     *
     * @param expected the revision that the caller has seen, if it must still be that
     * @param asked what is asked, of the group as it is now
     * @param player who caused it; empty if no player did
     */
    public GroupOutcome ask(
            String groupId,
            Optional<Long> expected,
            Function<Group, GroupCommand> asked,
            Optional<String> player,
            Supplier<UUID> ids,
            Instant now) {
        var command = CommandId.of(ids.get());
        var seen = groups.read(groupId);
        for (int attempt = 0; attempt < policy.attempts() && seen.isPresent(); attempt++) {
            var stored = seen.get().group();
            var current = GroupClock.asOf(stored, now).group();
            if (expected.filter(revision -> revision != current.revision()).isPresent()) {
                return new GroupOutcome.Stale(current);
            }
            switch (GroupRules.decide(stored, asked.apply(current), now)) {
                case Decision.Same() -> {
                    return new GroupOutcome.Done(current);
                }
                case Decision.Refused(var why) -> {
                    return new GroupOutcome.Refused(why, current);
                }
                case Decision.Changed(var course) -> {
                    var write = write(course, Optional.of(stored.revision()), command, player, ids, now);
                    switch (carryOut(stored, write)) {
                        case Groups.Outcome.Written() -> {
                            return new GroupOutcome.Done(course.group());
                        }
                        case Groups.Outcome.Overtaken(var overtaking) -> seen = overtaking;
                    }
                }
            }
        }
        return seen.isEmpty() ? new GroupOutcome.NotFound() : new GroupOutcome.Contended();
    }

    /** Keeps a new group; if there is one of that id, this is it. */
    public Group open(Course founding, Optional<String> player, Supplier<UUID> ids, Instant now) {
        var group = founding.group();
        var write = write(founding, Optional.empty(), CommandId.of(ids.get()), player, ids, now);
        note(seats(group), group.id(), 0, write.sweptAt());
        return switch (groups.write(write)) {
            case Groups.Outcome.Written() -> group;
            case Groups.Outcome.Overtaken(var there) ->
                GroupClock.asOf(there.orElseThrow().group(), now).group();
        };
    }

    private Groups.Write write(
            Course course,
            Optional<Long> expected,
            CommandId command,
            Optional<String> player,
            Supplier<UUID> ids,
            Instant now) {
        var news = GroupEvents.of(course, player, ids, now);
        return new Groups.Write(course.group(), expected, command, news, sweptAt(course.group(), now));
    }

    private Groups.Outcome carryOut(Group before, Groups.Write write) {
        var after = write.group();
        var gained = new HashSet<>(seats(after));
        gained.removeAll(seats(before));
        note(gained, after.id(), before.revision(), write.sweptAt());
        var outcome = groups.write(write);
        if (outcome instanceof Groups.Outcome.Written) {
            var lost = new HashSet<>(seats(before));
            lost.removeAll(seats(after));
            lost.stream()
                    .limit(policy.settled())
                    .forEach(player -> memberships.forget(player, after.id(), after.revision()));
        }
        return outcome;
    }

    private void note(Set<String> players, String groupId, long revision, Instant sweptAt) {
        players.forEach(player -> memberships.note(player, groupId, revision, sweptAt));
    }

    private static Set<String> seats(Group group) {
        return group.seated().stream().map(Member::playerId).collect(Collectors.toSet());
    }

    private Instant sweptAt(Group group, Instant now) {
        var end = group.end()
                .map(over -> over.at())
                .or(() -> group.template()
                        .timers()
                        .greatestAge()
                        .map(group.constants().createdAt()::plus));
        return end.map(at -> at.plus(policy.sweepAfter())).orElseGet(() -> now.plus(policy.persistentLife()));
    }
}
