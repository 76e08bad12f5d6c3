package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.Allotments;
import com.lifeverse.trigger.decide.Claim;
import java.util.HashMap;
import java.util.Map;

/**
 * What all players share, as one engine that never ends would have it: handed out by the hundredth. Of several engines each
 * wastes a hundredth at most.
 */
final class ScratchAllotments implements Allotments {
    private static final long LOTS = 100;

    private static final class Pool {
        private long leased;
        private long left;
    }

    private final Map<String, Pool> pools = new HashMap<>();
    private double fullest;

    /** How full the fullest pool became, from 0 to 1. */
    double fullest() {
        return fullest;
    }

    @Override
    public boolean take(String trigger, Claim claim) {
        var pool = pools.computeIfAbsent(claim.pool() + "#" + claim.stretch(), _ -> new Pool());
        long lot = Math.max(claim.amount(), claim.most() / LOTS);
        while (pool.left < claim.amount()) {
            if (lot <= claim.most() - pool.leased) {
                pool.leased += lot;
                pool.left += lot;
            } else if (lot == claim.amount()) {
                return false;
            } else {
                lot = claim.amount();
            }
        }
        pool.left -= claim.amount();
        fullest = Math.max(fullest, (pool.leased - pool.left) / (double) claim.most());
        return true;
    }
}
