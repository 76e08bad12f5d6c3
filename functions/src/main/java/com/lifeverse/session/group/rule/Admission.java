package com.lifeverse.session.group.rule;

import com.lifeverse.session.Platform;
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
            boolean any = group.constants().platforms().stream().allMatch(other -> wants(entrant, other));
            return any ? Optional.empty() : Optional.of(Refusal.CROSS_PLAY_NOT_WANTED);
        }
        boolean wanted = group.seated().stream()
                .filter(Member::isIn)
                .filter(member -> !member.playerId().equals(entrant.playerId()))
                .flatMap(member -> member.entrant().stream())
                .allMatch(other -> together(entrant, other));
        return wanted ? Optional.empty() : Optional.of(Refusal.CROSS_PLAY_NOT_WANTED);
    }

    static boolean offers(Group group, Set<Feature> needs) {
        return group.template().supported().containsAll(needs);
    }

    private static boolean together(Entrant one, Entrant other) {
        return wants(one, other.platform()) && wants(other, one.platform());
    }

    private static boolean wants(Entrant entrant, Platform other) {
        return entrant.traits().crossPlay().allows(entrant.platform(), other);
    }
}
