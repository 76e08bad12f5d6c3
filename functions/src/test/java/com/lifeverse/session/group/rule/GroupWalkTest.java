package com.lifeverse.session.group.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.LeaderPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.support.Given;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever players do, and whenever: what must hold of a group holds. */
@Tag("rules")
final class GroupWalkTest {
    private static final int SEEDS = 200;
    private static final int STEPS = 120;

    @ParameterizedTest
    @EnumSource(
            value = LeaderPolicy.class,
            names = {"AUTOMATIC", "MANUAL", "NONE"})
    void aGroupIsNeverOverFullAndNeverLedByWhoIsNotInIt(LeaderPolicy policy) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            var group = Given.party(Given.template(4, policy), Given.entrant(Given.ANN));
            long second = 0;
            for (int step = 0; step < STEPS && group.end().isEmpty(); step++) {
                second += random.nextInt(40);
                var decision = GroupRules.decide(group, command(random), Given.at(second));
                if (decision instanceof Decision.Changed changed) {
                    var after = changed.course().group();
                    check(group, after, "seed " + seed + " step " + step);
                    group = after;
                }
            }
        }
    }

    private static void check(Group before, Group after, String place) {
        assertThat(after.seated().size()).as(place).isLessThanOrEqualTo(4);
        assertThat(after.revision()).as(place).isGreaterThan(before.revision());
        after.leadership()
                .leader()
                .ifPresent(leader -> assertThat(after.member(leader).filter(Member::isIn))
                        .as("%s: the leader is in it", place)
                        .isPresent());
        boolean somebodyIsIn = after.members().stream().anyMatch(Member::isIn);
        assertThat(after.emptySince().isPresent())
                .as("%s: empty since", place)
                .isEqualTo(!somebodyIsIn && after.end().isEmpty());
    }

    private static GroupCommand command(Random random) {
        var by = player(random);
        var other = player(random);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> Given.join(by);
            case 3 -> new GroupCommand.Leave(by);
            case 4 -> new GroupCommand.Remove(Actor.player(by), other);
            case 5 -> Given.invite(by, other);
            case 6 -> Given.disconnect(by);
            case 7 -> Given.connect(by);
            case 8 -> new GroupCommand.Lead(Actor.player(by), other);
            default -> new GroupCommand.Settle();
        };
    }

    private static String player(Random random) {
        return "ply_" + random.nextInt(7);
    }
}
