package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Refusal;
import java.util.Optional;
import java.util.Set;

/** Whether players fit together: what they play on, with whom they want to, and what they need. */
final class Admission {
    private Admission() {}

    /** Why the entrant cannot be in it on that platform, together with all others who are in. */
    static Optional<Refusal> onPlatform(Group group, Entrant entrant) {
        if (!group.constants().platforms().contains(entrant.platform())) {
            return Optional.of(Refusal.PLATFORM_NOT_OFFERED);
        }
        if (group.template().isCrowd()) {
            // Nobody sees who else is in it, so only who plays with all platforms of it comes in.
            boolean any = group.constants().platforms().stream().allMatch(entrant::wants);
            return any ? Optional.empty() : Optional.of(Refusal.CROSS_PLAY_NOT_WANTED);
        }
        boolean wanted = group.seated().stream()
                .filter(Member::isMet)
                .filter(member -> !member.playerId().equals(entrant.playerId()))
                .flatMap(member -> member.entrant().stream())
                .allMatch(entrant::fits);
        return wanted ? Optional.empty() : Optional.of(Refusal.CROSS_PLAY_NOT_WANTED);
    }

    /** The same of one who may have a seat there: where they sit as they are, they are not asked again. */
    static Optional<Refusal> again(Group group, Optional<Member> member, Entrant entrant) {
        boolean asTheyAre = member.filter(Member::isMet)
                .filter(found -> found.state().holdsSeat())
                .flatMap(Member::entrant)
                .filter(sits -> sits.platform() == entrant.platform())
                .isPresent();
        return asTheyAre ? Optional.empty() : onPlatform(group, entrant);
    }

    static boolean offers(Group group, Set<Feature> needs) {
        return group.template().supported().containsAll(needs);
    }
}
