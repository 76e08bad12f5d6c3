package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Member;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the pointers from players to groups with the seats: written before a seat is taken, deleted after it is given up. */
record SeatPointers(Memberships memberships, GroupPolicy policy) {
    /**
     * Notes those who are about to get a seat.
     *
     * @param revision that this was decided on
     * @return who they are
     */
    Set<String> gain(
            String groupId, Collection<Member> before, Collection<Member> after, long revision, Instant sweptAt) {
        var gained = new HashSet<>(seats(after));
        gained.removeAll(seats(before));
        gained.forEach(player -> memberships.note(player, groupId, revision, sweptAt));
        return gained;
    }

    /**
     * Forgets those who have given theirs up.
     *
     * @param revision that this led to
     */
    void lose(String groupId, Collection<Member> before, Collection<Member> after, long revision) {
        var lost = new HashSet<>(seats(before));
        lost.removeAll(seats(after));
        lost.stream().sorted().limit(policy.settled()).forEach(player -> memberships.forget(player, groupId, revision));
    }

    /**
     * Forgets those who were noted and have no seat after all.
     *
     * @param seen the members at {@code revision}
     */
    void release(String groupId, Set<String> noted, Collection<Member> seen, long revision) {
        var seated = seats(seen);
        noted.stream()
                .filter(player -> !seated.contains(player))
                .sorted()
                .forEach(player -> memberships.forget(player, groupId, revision));
    }

    private static Set<String> seats(Collection<Member> members) {
        return members.stream()
                .filter(member -> member.state().holdsSeat())
                .map(Member::playerId)
                .collect(Collectors.toSet());
    }
}
