package com.lifeverse.session.census.aws;

import com.lifeverse.session.census.Register;
import com.lifeverse.session.census.Sweep;
import com.lifeverse.session.queue.Headcount;
import com.lifeverse.session.queue.Headcounts;
import java.util.Optional;

/** How many are online, as the last census that came to its end has counted them; while one is under way, nothing. */
public final class CensusHeadcounts implements Headcounts {
    private final Register register;
    private final int segments;

    /** Over all segments of the census. */
    public CensusHeadcounts(Register register, int segments) {
        this.register = register;
        this.segments = segments;
    }

    @Override
    public Optional<Headcount> last() {
        return register.last(segments)
                .filter(Sweep::done)
                .map(sweep -> new Headcount(sweep.tally().players(), sweep.startedAt()));
    }
}
