package com.lifeverse.local.simulate.family;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.News;
import com.lifeverse.local.simulate.fault.FaultKind;
import com.lifeverse.local.simulate.fault.FaultRates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sixteen copies of one app wake up at once and renew with the same refresh token; one that heard nothing asks again minutes
 * later; then one of them goes on, and somebody comes with the old token.
 */
public final class RefreshRace implements Scenario {
    @Override
    public String name() {
        return "refresh-race";
    }

    @Override
    public String description() {
        return "16 racers with one refresh token get one successor, an honest late retry is served, a thief ends the family";
    }

    /** More waiting than usual: what is to be raced must overlap. */
    @Override
    public FaultRates faults() {
        return FaultRates.usual().with(FaultKind.DELAY, 0.06).with(FaultKind.REORDER, 0.03);
    }

    @Override
    public Play begin(Stage stage) {
        var news = new News(stage);
        var chain = new Chain("player", stage);
        chain.begin();
        return new Morning(stage, chain, news);
    }

    /** One run. */
    private record Morning(Stage stage, Chain chain, News news) implements Play {
        private static final Duration TROUBLED = Duration.ofMinutes(8);

        @Override
        public Duration troubled() {
            return TROUBLED;
        }

        @Override
        public void calm() {
            // Whoever still waits for an answer gets it now.
        }

        @Override
        public void finish() {
            // What is over is over: nobody looks again.
        }

        @Override
        public List<Violation> violations() {
            var found = new ArrayList<>(OneSuccessor.violations(stage.exchanges()));
            found.addAll(new FamilyRules(stage.exchanges(), chain, news).violations());
            return found;
        }
    }
}
