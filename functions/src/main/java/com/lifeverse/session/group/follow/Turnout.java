package com.lifeverse.session.group.follow;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Member;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who has come to be there in a group by a change of it, and who has gone.
 *
 * @param came players with the sessions that they are there with
 */
public record Turnout(Set<Attendee> came, Set<Attendee> went) {
    /** A player who is there with that session. */
    public record Attendee(String playerId, String sessionId) implements Comparable<Attendee> {
        @Override
        public int compareTo(Attendee other) {
            int byPlayer = playerId.compareTo(other.playerId);
            return byPlayer != 0 ? byPlayer : sessionId.compareTo(other.sessionId);
        }
    }

    public static Turnout of(List<Member> before, List<Member> after) {
        var were = there(before);
        var are = there(after);
        var came = new TreeSet<>(are);
        came.removeAll(were);
        were.removeAll(are);
        return new Turnout(came, were);
    }

    private static TreeSet<Attendee> there(List<Member> members) {
        var there = new TreeSet<Attendee>();
        members.stream()
                .filter(member -> member.state().isActive())
                .flatMap(member -> member.entrant().stream())
                .map(Turnout::attendee)
                .forEach(there::add);
        return there;
    }

    private static Attendee attendee(Entrant entrant) {
        return new Attendee(entrant.playerId(), entrant.sessionId());
    }
}
