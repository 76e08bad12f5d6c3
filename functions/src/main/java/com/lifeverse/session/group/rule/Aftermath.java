package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Leadership;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.MemberState;
import com.lifeverse.session.group.ReadyCheck;
import com.lifeverse.session.group.ReadyCheck.Result;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What follows of itself from any change: who leads, whether anybody is in, whether all are ready, who is forgotten. */
final class Aftermath {
    /** Those who left are remembered for a while, so that a client can say what became of them. */
    private static final int REMEMBERED = 8;

    private static final Comparator<Member> OLDEST = Comparator.comparing(
                    (Member member) -> member.joinedAt().orElse(Instant.MAX))
            .thenComparing(Member::playerId);

    private Aftermath() {}

    static void settle(Change change, GroupTemplate template, Instant at) {
        if (change.isOver()) {
            return;
        }
        lead(change, template.leader(), at);
        if (!template.isCrowd()) {
            // In a crowd nobody sees whether all others are gone too; who counts all of them does.
            empty(change, at);
        }
        check(change, at);
        forget(change);
    }

    /** Takes the lead from one who has been gone too long. */
    static void replaceLeader(Change change, Instant at) {
        var next = oldestActive(change);
        change.lead(next.map(Leadership::of).orElse(Leadership.NOBODY))
                .happened(What.LEADER_CHANGED, next.orElse(""), at);
    }

    private static void lead(Change change, LeaderPolicy policy, Instant at) {
        switch (policy) {
            case AUTOMATIC, MANUAL -> {
                var leader = change.leadership().leader();
                var member = leader.flatMap(change::member).filter(Member::isIn);
                if (member.isPresent()) {
                    watch(change, member.get());
                } else if (policy == LeaderPolicy.AUTOMATIC) {
                    var next = oldestActive(change);
                    if (!next.equals(leader)) {
                        replaceLeader(change, at);
                    }
                } else if (leader.isPresent()) {
                    change.lead(Leadership.NOBODY).happened(What.LEADER_CHANGED, "", at);
                }
            }
            case NONE, SERVER -> {
                // No player leads, whatever happens.
            }
        }
    }

    private static void watch(Change change, Member leader) {
        var lostAt =
                leader.state() == MemberState.DISCONNECTED ? Optional.of(leader.since()) : Optional.<Instant>empty();
        change.lead(new Leadership(Optional.of(leader.playerId()), lostAt));
    }

    private static Optional<String> oldestActive(Change change) {
        return change.members().stream()
                .filter(member -> member.state().isActive())
                .min(OLDEST)
                .map(Member::playerId);
    }

    private static void empty(Change change, Instant at) {
        boolean somebodyIsIn = change.members().stream().anyMatch(Member::isIn);
        if (somebodyIsIn) {
            change.emptySince(Optional.empty());
        } else if (!change.isEmpty()) {
            change.emptySince(Optional.of(at));
        }
    }

    private static void check(Change change, Instant at) {
        var check = change.readyCheck().filter(ReadyCheck::isPending);
        if (check.isEmpty()) {
            return;
        }
        var asked = check.get().asked().stream()
                .filter(player -> change.member(player).filter(Member::isMet).isPresent())
                .toList();
        var answers = check.get().answers();
        if (asked.isEmpty() || asked.stream().anyMatch(player -> Boolean.FALSE.equals(answers.get(player)))) {
            change.check(Optional.of(check.get().ended(Result.FAILED))).happened(What.READY_CHECK_FAILED, "", at);
        } else if (asked.stream().allMatch(answers::containsKey)) {
            change.check(Optional.of(check.get().ended(Result.PASSED))).happened(What.READY_CHECK_PASSED, "", at);
        }
    }

    /** Who was kicked is never forgotten: they would come in again. */
    private static void forget(Change change) {
        var former = change.members().stream()
                .filter(member -> !member.state().holdsSeat() && member.state() != MemberState.KICKED)
                .sorted(Comparator.comparing(Member::since).thenComparing(Member::playerId))
                .toList();
        former.subList(0, Math.max(0, former.size() - REMEMBERED)).forEach(change::forget);
    }
}
