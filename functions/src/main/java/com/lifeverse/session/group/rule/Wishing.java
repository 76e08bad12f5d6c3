package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of a group as somebody in it wishes or needs something else. Every later join is held to it. Those who sat there before
 * stay: nobody is put out for a wish of another, and who wished is shown that it is not met. Whoever came in between the wish and its
 * being heard is apart.
 *
 * <p>In a crowd nobody sees the others, and somebody of each platform may always come: so whoever does not play with all of them any more
 * is apart themselves, as they would not have been let in.
 */
final class Wishing {
    private Wishing() {}

    static Decision wish(Group group, GroupCommand.Wish wish, Instant now) {
        var sits = group.member(wish.playerId())
                .filter(member -> member.state().holdsSeat() && member.isIn())
                .filter(member -> member.entrant().isPresent());
        if (sits.isEmpty()) {
            return new Decision.Same();
        }
        var member = sits.get();
        var before = member.entrant().orElseThrow();
        var wishing = before.with(wish.traits());
        var mistaken = mistaken(group, wishing, wish.savedAt());
        boolean parts = fitsNoMore(group, member, wishing);
        if (wishing.equals(before) && mistaken.isEmpty() && !parts) {
            return new Decision.Same();
        }
        var change = new Change(group).happened(What.MEMBER_CHANGED, wish.playerId(), now);
        if (parts) {
            change.place(member.with(wishing).parted(wishing.hands(), now)).happened(What.PARTED, wish.playerId(), now);
        } else {
            change.place(member.with(wishing));
        }
        mistaken.forEach(
                other -> change.place(other.parted(other.entrant().orElseThrow().hands(), now))
                        .happened(What.PARTED, other.playerId(), now));
        return GroupRules.changed(change, now);
    }

    private static boolean fitsNoMore(Group group, Member member, Entrant wishing) {
        return group.template().isCrowd()
                && member.isMet()
                && Admission.onPlatform(group, wishing).isPresent();
    }

    private static List<Member> mistaken(Group group, Entrant wishing, Instant savedAt) {
        if (group.template().isCrowd()) {
            // There it is who wishes that goes.
            return List.of();
        }
        return group.seated().stream()
                .filter(Member::isMet)
                .filter(other -> !other.playerId().equals(wishing.playerId()))
                .filter(other -> other.joinedAt().filter(savedAt::isBefore).isPresent())
                .filter(other -> other.entrant().filter(wishing::fits).isEmpty())
                .toList();
    }
}
