package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.ReadyCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that will have happened by a time, unless something else happens before.
 *
 * @param playerId whom it is about; empty if it is about the whole group
 */
record Deadline(Instant at, Kind kind, String playerId) {
    /** In the order in which those of the same moment happen. */
    enum Kind {
        REMIND,
        LAPSE,
        DROP,
        REPLACE_LEADER,
        FAIL_CHECK,
        END_EMPTY,
        END_OLD
    }

    static final Comparator<Deadline> EARLIEST =
            Comparator.comparing(Deadline::at).thenComparing(Deadline::kind).thenComparing(Deadline::playerId);

    static List<Deadline> of(Group group) {
        var all = new ArrayList<Deadline>();
        if (group.end().isPresent()) {
            return all;
        }
        var timers = group.template().timers();
        for (var member : group.members()) {
            ofMember(member, group, all);
        }
        if (group.part().isPresent()) {
            // What falls due for the whole does so in the crowd's own item.
            return all;
        }
        if (group.template().leader() == LeaderPolicy.AUTOMATIC) {
            group.leadership()
                    .lostAt()
                    .ifPresent(lost -> all.add(new Deadline(lost.plus(timers.leaderGrace()), Kind.REPLACE_LEADER, "")));
        }
        group.readyCheck()
                .filter(ReadyCheck::isPending)
                .ifPresent(check -> all.add(new Deadline(check.until(), Kind.FAIL_CHECK, "")));
        group.emptySince()
                .flatMap(since -> timers.empty().map(since::plus))
                .ifPresent(at -> all.add(new Deadline(at, Kind.END_EMPTY, "")));
        timers.greatestAge()
                .map(group.constants().createdAt()::plus)
                .ifPresent(at -> all.add(new Deadline(at, Kind.END_OLD, "")));
        return all;
    }

    private static void ofMember(Member member, Group group, List<Deadline> all) {
        if (member.isInvited()) {
            member.invitation().ifPresent(invitation -> {
                invitation
                        .remindAt()
                        .filter(at -> member.state() == MemberState.INVITED)
                        .ifPresent(at -> all.add(new Deadline(at, Kind.REMIND, member.playerId())));
                all.add(new Deadline(invitation.expiresAt(), Kind.LAPSE, member.playerId()));
            });
        }
        if (member.state() == MemberState.DISCONNECTED) {
            var grace = group.template().timers().grace();
            all.add(new Deadline(member.since().plus(grace), Kind.DROP, member.playerId()));
        }
    }
}
