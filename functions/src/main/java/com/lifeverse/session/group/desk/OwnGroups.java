package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.Section;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The groups of a player, found by the pointers to them, always in the order of their ids. */
public final class OwnGroups {
    /** Shows a group as a player sees it. */
    @FunctionalInterface
    interface Look {
        Optional<Group> at(String groupId, String playerId, Instant now);
    }

    /**
     * Some of them.
     *
     * @param next the group after which the next page begins; empty if this is the last
     */
    public record Page(List<Group> groups, Optional<String> next) {
        public Page {
            groups = List.copyOf(groups);
        }
    }

    private final Look look;
    private final Groups groups;
    private final Crowds crowds;
    private final Memberships memberships;
    private final GroupPolicy policy;

    OwnGroups(Look look, Groups groups, Crowds crowds, Memberships memberships, GroupPolicy policy) {
        this.look = look;
        this.groups = groups;
        this.crowds = crowds;
        this.memberships = memberships;
        this.policy = policy;
    }

    /**
     * The groups that the player has a seat in, or is invited to: a query, and a look at each. A page may be short, or empty, and not the
     * last.
     *
     * @param after the last group of the page before; empty for the first page
     */
    public Page page(String playerId, Optional<String> after, Instant now) {
        var found = memberships.of(playerId, after, policy.page());
        var seen = found.stream()
                .flatMap(id -> look.at(id, playerId, now).stream())
                .filter(group -> group.seats(playerId))
                .toList();
        return new Page(seen, next(found, policy.page()));
    }

    /** True if by this the player would be in one group more than they may; see {@link #isFull}. */
    boolean isOneTooMany(GroupCommand command, Group group, Instant now) {
        return command instanceof GroupCommand.Join join
                && !isIn(group, join.entrant().playerId())
                && isFull(join.entrant().playerId(), now);
    }

    /**
     * True if the player is in as many groups as they may: a query, and a look at each only where it counts. Invitations do not count, for
     * they are others' doing. It is no lock: whoever joins several at the same moment may end up in one or two more.
     */
    boolean isFull(String playerId, Instant now) {
        if (memberships.of(playerId, Optional.empty(), policy.mostGroups()).size() < policy.mostGroups()) {
            return false;
        }
        int seats = 0;
        var after = Optional.<String>empty();
        for (int page = 0; page < policy.walk(); page++) {
            var found = memberships.of(playerId, after, policy.page());
            for (var id : found) {
                var group = look.at(id, playerId, now);
                if (group.filter(seen -> isIn(seen, playerId)).isPresent()) {
                    seats++;
                } else {
                    tidy(playerId, id);
                }
            }
            after = next(found, policy.page());
            if (seats >= policy.mostGroups() || after.isEmpty()) {
                break;
            }
        }
        return seats >= policy.mostGroups();
    }

    /** Puts the pointer away if the group has no seat for the player, as it is written: one read, two of a crowd; at most one write. */
    void tidy(String playerId, String groupId) {
        var group = groups.read(groupId).map(Groups.Stored::group);
        if (group.flatMap(Group::end).isPresent()) {
            // Nobody ever gets a seat in it again.
            memberships.forget(playerId, groupId, Long.MAX_VALUE);
        } else if (group.filter(found -> found.template().isCrowd()).isPresent()) {
            int number = Section.of(playerId, group.get().template().sections());
            crowds.section(groupId, number)
                    .map(Crowds.Stored::section)
                    .filter(section -> !seats(section.members(), playerId))
                    .ifPresent(section -> memberships.forget(playerId, groupId, section.revision()));
        } else {
            // Of a group that is not there, for it is just being made, nothing is put away.
            group.filter(found -> !found.seats(playerId))
                    .ifPresent(found -> memberships.forget(playerId, groupId, found.revision()));
        }
    }

    /** Where the next page begins. */
    static Optional<String> next(List<String> found, int limit) {
        return found.size() < limit ? Optional.empty() : Optional.of(found.getLast());
    }

    private static boolean isIn(Group group, String playerId) {
        return group.member(playerId)
                .filter(member -> member.state().holdsSeat() && member.isIn())
                .isPresent();
    }

    private static boolean seats(List<Member> members, String playerId) {
        return members.stream()
                .anyMatch(member ->
                        member.playerId().equals(playerId) && member.state().holdsSeat());
    }
}
