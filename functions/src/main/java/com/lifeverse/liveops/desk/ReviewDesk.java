package com.lifeverse.liveops.desk;

import com.lifeverse.liveops.desk.EventDesk.Outcome;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.liveops.review.ReviewPolicy;
import java.time.Instant;

/** Where an author asks for a second person, and where what came of it is told to who waits for it. */
public record ReviewDesk(Definitions definitions, EventDesk desk, ReviewRuns runs, ReviewPolicy policy) {
    /**
     * Asks. The run is begun before the question is written, and writes it too: wherever this ends, a question that is written has a
     * run, and a run without a question ends by itself.
     */
    public Outcome ask(String id, int revision, String who, String note, Instant now) {
        var known = definitions.find(id).orElseGet(() -> Definition.none(id));
        var review = Review.asked(ReviewRules.name(known), revision, who, note, now, policy);
        return switch (ReviewRules.ask(known, review)) {
            case Ruling.Done _ -> {
                runs.start(id, review);
                yield desk.ask(id, review);
            }
            case Ruling.Nothing(var as) -> {
                as.review().filter(open -> open.openAt(now)).ifPresent(open -> runs.start(id, open));
                yield new Outcome.So(as);
            }
            case Ruling.Stale _,
                    Ruling.Unknown _,
                    Ruling.OwnWork _,
                    Ruling.NotLatest _,
                    Ruling.ReviewOver _,
                    Ruling.NotApproved _,
                    Ruling.Conflicting _ -> desk.ask(id, review);
        };
    }

    /** Tells who waits for the last review that it has ended, if it has; who was told before does not mind. */
    public Outcome told(Outcome outcome) {
        if (outcome instanceof Outcome.So(var known)) {
            known.review().filter(review -> !review.open()).ifPresent(ended -> runs.wake(known.id(), ended.id()));
        }
        return outcome;
    }
}
