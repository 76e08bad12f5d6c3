package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.command.Course;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.rule.GroupClock;
import com.lifeverse.session.group.rule.GroupRules;
import com.lifeverse.session.live.CommandId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out what is asked of a group: one read, one conditional write, and a pointer where somebody gets or gives up a seat.
 * Whoever is overtaken decides anew on what the table says now. Crowds, whose members are spread over sections, are asked the same.
 */
public final class GroupDesk {
    private final Groups groups;
    private final GroupPolicy policy;
    private final SeatPointers pointers;
    private final CrowdDesk crowds;
    private final Headcount headcount;
    private final OwnGroups own;

    public GroupDesk(Groups groups, Memberships memberships, Crowds crowds, GroupPolicy policy) {
        this.groups = groups;
        this.policy = policy;
        this.pointers = new SeatPointers(memberships, policy);
        this.own = new OwnGroups(this::look, groups, crowds, memberships, policy);
        this.crowds = new CrowdDesk(groups, crowds, pointers, own, policy);
        this.headcount = new Headcount(groups, crowds, policy);
    }

    /** The group as of now, nothing is written: one read; of a crowd, where no members are shown, two. */
    public Optional<Group> look(String groupId, Instant now) {
        return groups.read(groupId).map(stored -> shown(stored.group(), Optional.empty(), now));
    }

    /** The group as of now, as the player sees it: one read; of a crowd, where they see nobody but themselves, three. */
    public Optional<Group> look(String groupId, String viewer, Instant now) {
        return groups.read(groupId).map(stored -> shown(stored.group(), Optional.of(viewer), now));
    }

    /**
     * Those who have a seat, page by page: one read; of a crowd, one query more, and a page has as many sections as fill it.
     *
     * @param from the section to begin with; 0 for the first page
     */
    public Optional<Roll> roll(String groupId, int from, Instant now) {
        return groups.read(groupId)
                .map(stored -> stored.group().template().isCrowd()
                        ? crowds.roll(stored.group(), from, now)
                        : new Roll(shown(stored.group(), Optional.empty(), now).seated(), Optional.empty()));
    }

    /** True if something falls due then in the group, or in that section of it, as it was last written: at most two reads. */
    public boolean awaits(String groupId, Optional<Integer> section, Instant due, Instant now) {
        return groups.read(groupId)
                .map(Groups.Stored::group)
                .filter(group -> group.template().isCrowd()
                        ? crowds.awaits(group, section, due, now)
                        : GroupClock.dues(group).contains(due))
                .isPresent();
    }

    /** The groups of players. */
    public OwnGroups own() {
        return own;
    }

    /**
     * Asks the group.
     *
     * @param expected the revision that the caller has seen, if it must still be that
     * @param asked what is asked, of the group as it is now
     * @param player who causes what changes by it; empty if no player does
     */
    public GroupOutcome ask(
            String groupId,
            Optional<Long> expected,
            Function<Group, GroupCommand> asked,
            Optional<String> player,
            Supplier<UUID> ids,
            Instant now) {
        var asking = new Asking(expected, asked, player, CommandId.of(ids.get()), ids, now);
        var seen = groups.read(groupId);
        return seen.filter(stored -> stored.group().template().isCrowd())
                .map(stored -> crowds.ask(stored.group(), asking))
                .orElseGet(() -> ask(seen, asking));
    }

    /** Writes down what is due in the group, or in that section of it, so that it is heard. */
    public GroupOutcome settle(String groupId, Optional<Integer> section, Supplier<UUID> ids, Instant now) {
        var asking = asking(new GroupCommand.Settle(), ids, now);
        var seen = groups.read(groupId);
        return section.isPresent() && seen.isPresent()
                ? crowds.settle(seen.get().group(), section.get(), asking)
                : ask(groupId, Optional.empty(), asking.asked(), Optional.empty(), ids, now);
    }

    /** Notes whether anybody is in the crowd: reads all its sections, which are small when they are empty. */
    public void recount(String groupId, Supplier<UUID> ids, Instant now) {
        headcount.recount(groupId, anybody -> {
            var asking = asking(new GroupCommand.Peopled(anybody), ids, now);
            ask(groupId, Optional.empty(), asking.asked(), Optional.empty(), ids, now);
        });
    }

    /** Keeps a new group; if there is one of that id, this is it. */
    public Group open(Course founding, Optional<String> player, Supplier<UUID> ids, Instant now) {
        var group = founding.group();
        var asking =
                new Asking(Optional.empty(), _ -> new GroupCommand.Settle(), player, CommandId.of(ids.get()), ids, now);
        var write = write(founding, Optional.empty(), asking);
        if (group.template().isCrowd()) {
            return crowds.open(write, asking);
        }
        var noted = pointers.gain(group.id(), List.of(), group.members(), 0, write.sweptAt());
        return switch (groups.write(write)) {
            case Groups.Outcome.Written() -> group;
            case Groups.Outcome.Overtaken(var there) -> {
                var stored = there.orElseThrow().group();
                release(stored, noted);
                yield GroupClock.asOf(stored, now).group();
            }
        };
    }

    private GroupOutcome ask(Optional<Groups.Stored> read, Asking asking) {
        var seen = read;
        var noted = new TreeSet<String>();
        for (int attempt = 0; attempt < policy.attempts() && seen.isPresent(); attempt++) {
            var stored = seen.get().group();
            var current = GroupClock.asOf(stored, asking.now()).group();
            if (asking.isStale(current)) {
                return new GroupOutcome.Stale(current);
            }
            var command = asking.asked().apply(current);
            switch (GroupRules.decide(stored, command, asking.now())) {
                case Decision.Same() -> {
                    release(stored, noted);
                    return new GroupOutcome.Done(current);
                }
                case Decision.Refused(var why) -> {
                    release(stored, noted);
                    return new GroupOutcome.Refused(why, current);
                }
                case Decision.Changed(var course) -> {
                    if (attempt == 0 && own.isOneTooMany(command, current, asking.now())) {
                        return new GroupOutcome.Refused(Refusal.TOO_MANY_GROUPS, current);
                    }
                    switch (carryOut(stored, write(course, Optional.of(stored.revision()), asking), noted)) {
                        case Groups.Outcome.Written() -> {
                            return new GroupOutcome.Done(course.group());
                        }
                        case Groups.Outcome.Overtaken(var overtaking) -> seen = overtaking;
                    }
                }
            }
        }
        seen.ifPresent(last -> release(last.group(), noted));
        return seen.isEmpty() ? new GroupOutcome.NotFound() : new GroupOutcome.Contended();
    }

    private void release(Group stored, Set<String> noted) {
        pointers.release(stored.id(), noted, stored.members(), stored.revision());
    }

    private Groups.Write write(Course course, Optional<Long> expected, Asking asking) {
        var news = GroupEvents.of(course, asking.player(), asking.ids(), asking.now());
        var sweptAt = policy.sweptAt(course.group(), asking.now());
        return new Groups.Write(course.group(), expected, asking.command(), news, sweptAt);
    }

    private Groups.Outcome carryOut(Group before, Groups.Write write, Set<String> noted) {
        var after = write.group();
        noted.addAll(pointers.gain(after.id(), before.members(), after.members(), before.revision(), write.sweptAt()));
        var outcome = groups.write(write);
        if (outcome instanceof Groups.Outcome.Written) {
            pointers.lose(after.id(), before.members(), after.members(), after.revision());
        }
        return outcome;
    }

    private Group shown(Group stored, Optional<String> viewer, Instant now) {
        return stored.template().isCrowd()
                ? crowds.show(stored, viewer, now)
                : GroupClock.asOf(stored, now).group();
    }

    private static Asking asking(GroupCommand command, Supplier<UUID> ids, Instant now) {
        return new Asking(Optional.empty(), _ -> command, Optional.empty(), CommandId.of(ids.get()), ids, now);
    }
}
