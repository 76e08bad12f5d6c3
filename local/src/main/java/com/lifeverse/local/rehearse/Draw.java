package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.local.rehearse.Entry.Plan;
import com.lifeverse.local.rehearse.Entry.Way;
import java.util.random.RandomGenerator;

/** What bots mean to do in an event: drawn so that each of its tiers is reached by some and missed by some. */
final class Draw {
    /** So often a bot does what counts in one occurrence at most; a tier that takes more is brought down to it. */
    static final int MOST = 12;

    private static final double ASKS_IN_VAIN = 0.75;
    private static final double STAYS_AWAY = 0.15;
    private static final double JOINS_EARLY = 0.45;
    private static final double JOINS_LATE = 0.25;
    private static final int LITTLE = 3;
    /** So often at most where nothing comes of it. */
    private static final int FEW = 2;

    private Draw() {}

    static Plan plan(LiveEvent event, Feat feat, boolean isIn, RandomGenerator random) {
        var way = way(isIn, random.nextDouble());
        int most = way == Way.ONLY_PLAYS && mustJoin(event) ? FEW : feat.most();
        int feats = Math.min(feats(event, random), most);
        return new Plan(way, feats, random.nextInt(event.rewards().size() + 1));
    }

    /** True if who only plays has no part in it. */
    static boolean mustJoin(LiveEvent event) {
        return ParticipationRules.mustJoin(event);
    }

    /** What bots of all come to together at the least, if they are lucky: half of them do half of what one may. */
    static long together(int players) {
        return Math.max(1, players * (long) MOST / 4);
    }

    private static Way way(boolean isIn, double chance) {
        if (!isIn) {
            return chance < ASKS_IN_VAIN ? Way.ASKS_IN_VAIN : Way.STAYS_AWAY;
        }
        if (chance < STAYS_AWAY) {
            return Way.STAYS_AWAY;
        }
        if (chance < STAYS_AWAY + JOINS_EARLY) {
            return Way.JOINS_EARLY;
        }
        return chance < STAYS_AWAY + JOINS_EARLY + JOINS_LATE ? Way.JOINS_LATE : Way.ONLY_PLAYS;
    }

    private static int feats(LiveEvent event, RandomGenerator random) {
        var rewards = event.rewards();
        if (ParticipationRules.together(event) || rewards.isEmpty()) {
            return random.nextInt(MOST + 1);
        }
        int reaches = random.nextInt(rewards.size() + 1);
        int least = reaches == 0 ? 0 : (int) rewards.get(reaches - 1).at();
        int next = reaches == rewards.size()
                ? least + LITTLE
                : (int) rewards.get(reaches).at();
        return least + random.nextInt(Math.max(1, next - least));
    }
}
