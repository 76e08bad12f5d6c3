package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupEnd;
import com.lifeverse.session.group.GroupEnd.Reason;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.ReadyCheck.Result;
import com.lifeverse.session.group.command.Course;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a group is as of a time. All that falls due by itself (invitations, graces, checks, lives) is worked out from what is stored,
 * each at its own moment and in order. So no timer needs to fire for a state to be right: a timer only makes it heard.
 */
public final class GroupClock {
    private GroupClock() {}

    /** The group as of {@code now}, and what happened since it was stored, each at its own time. */
    public static Course asOf(Group stored, Instant now) {
        var change = new Change(stored);
        for (var due = next(stored, now); due.isPresent(); due = next(change.group(), now)) {
            happen(due.get(), change);
        }
        return change.course();
    }

    /** When things will happen by themselves, unless something else happens before. */
    public static NavigableSet<Instant> dues(Group group) {
        return Deadline.of(group).stream().map(Deadline::at).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Deadline> next(Group group, Instant now) {
        return Deadline.of(group).stream()
                .filter(deadline -> !deadline.at().isAfter(now))
                .min(Deadline.EARLIEST);
    }

    private static void happen(Deadline due, Change change) {
        var at = due.at();
        switch (due.kind()) {
            case REMIND -> remind(change, due.playerId(), at);
            case LAPSE -> move(change, due.playerId(), MemberState.TIMEOUT, What.INVITATION_LAPSED, at);
            case DROP -> move(change, due.playerId(), MemberState.DROPPED, What.DROPPED, at);
            case REPLACE_LEADER -> Aftermath.replaceLeader(change, at);
            case FAIL_CHECK ->
                change.check(change.readyCheck().map(check -> check.ended(Result.FAILED)))
                        .happened(What.READY_CHECK_FAILED, "", at);
            case END_EMPTY -> end(change, new GroupEnd(Reason.EMPTY, at));
            case END_OLD -> end(change, new GroupEnd(Reason.TOO_OLD, at));
        }
        change.done(at);
    }

    private static void remind(Change change, String playerId, Instant at) {
        var member = change.member(playerId).orElseThrow();
        var invitation = member.invitation().orElseThrow();
        change.place(member.with(invitation.reminded())).happened(What.REMINDED, playerId, at);
    }

    private static void move(Change change, String playerId, MemberState state, What what, Instant at) {
        change.place(change.member(playerId).orElseThrow().to(state, at)).happened(what, playerId, at);
    }

    /** Ends the group: whoever has a seat is terminated. */
    static void end(Change change, GroupEnd end) {
        change.members().stream()
                .filter(member -> member.state().holdsSeat())
                .map(member -> member.to(MemberState.TERMINATED, end.at()))
                .toList()
                .forEach(change::place);
        change.end(end);
    }
}
