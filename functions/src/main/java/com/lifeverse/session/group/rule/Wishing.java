package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of a group as somebody in it wishes or needs something else. Every later join is held to it. Nobody is put out for a wish
 * of another: whoever does not play with all that sit there any more is apart themselves, as they would not have been let in, and comes
 * back by connecting once they fit in again. Only who came in between the wish and its being heard goes for it.
 *
 * <p>In a crowd nobody sees the others, and somebody of each platform may always come: there it is all its platforms that count.
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
        boolean parts = member.isMet() && fitsNoMore(group, wishing, wish.savedAt());
        var mistaken = parts ? List.<Member>of() : strangers(group, wishing).toList();
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

    /** True if the wish is against somebody who was there when it was saved. */
    private static boolean fitsNoMore(Group group, Entrant wishing, Instant savedAt) {
        return group.template().isCrowd()
                ? Admission.onPlatform(group, wishing).isPresent()
                : strangers(group, wishing)
                        .anyMatch(other ->
                                other.joinedAt().filter(savedAt::isBefore).isEmpty());
    }

    /** Those in it who do not fit in with them, of a group whose members see each other. */
    private static Stream<Member> strangers(Group group, Entrant wishing) {
        return group.template().isCrowd()
                ? Stream.empty()
                : group.seated().stream()
                        .filter(Member::isMet)
                        .filter(other -> !other.playerId().equals(wishing.playerId()))
                        .filter(other -> other.entrant().filter(wishing::fits).isEmpty());
    }
}
