package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.ReadyCheck;
import com.lifeverse.session.group.ReadyCheck.Result;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether everybody is ready. */
final class Readiness {
    private Readiness() {}

    static Decision ask(Group group, Actor by, Instant now) {
        if (!GroupRules.governs(group, by)) {
            return Decision.refused(Refusal.NOT_THE_LEADER);
        }
        if (pending(group).isPresent()) {
            return Decision.refused(Refusal.READY_CHECK_RUNNING);
        }
        var asked = group.members().stream()
                .filter(Member::isMet)
                .map(Member::playerId)
                .collect(Collectors.toSet());
        int times = group.features().contains(Feature.SLOWER_TIMERS) ? 2 : 1;
        var until = now.plus(group.template().timers().readyCheck().multipliedBy(times));
        var check = new ReadyCheck(now, until, asked, Map.of(), Result.PENDING);
        return GroupRules.changed(
                new Change(group).check(Optional.of(check)).happened(What.READY_CHECK_STARTED, by.id(), now), now);
    }

    static Decision answer(Group group, String playerId, boolean ready, Instant now) {
        if (!GroupRules.isIn(group, playerId)) {
            return Decision.refused(Refusal.NOT_A_MEMBER);
        }
        var check = pending(group).filter(found -> found.asked().contains(playerId));
        if (check.isEmpty()) {
            return Decision.refused(Refusal.NO_READY_CHECK);
        }
        if (Optional.of(ready).equals(Optional.ofNullable(check.get().answers().get(playerId)))) {
            return new Decision.Same();
        }
        return GroupRules.changed(
                new Change(group)
                        .check(Optional.of(check.get().answered(playerId, ready)))
                        .happened(What.READY_ANSWERED, playerId, now),
                now);
    }

    private static Optional<ReadyCheck> pending(Group group) {
        return group.readyCheck().filter(ReadyCheck::isPending);
    }
}
