package com.lifeverse.liveops.desk.lambda;

import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.EventDesk.Outcome;
import com.lifeverse.liveops.desk.Ruling;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.review.Review.State;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import java.util.List;

/** What a refusal at the desk is called over HTTP. */
final class DeskRefusals {
    private DeskRefusals() {}

    /**
     * How the event stands now.
     *
     * @throws Refused if the wish was not met
     */
    static Definition done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.So(var now) -> now;
            case Outcome.Not(var why) -> throw refusal(why);
            case Outcome.Contended() ->
                throw new Refused(Problem.TEMPORARILY_UNAVAILABLE, "Others change events at the same moment.");
        };
    }

    static Refused unknown() {
        return new Refused(Problem.LIVE_EVENT_NOT_FOUND, "GET /v1/live-events lists them.");
    }

    private static Refused refusal(Ruling why) {
        return switch (why) {
            case Ruling.Stale(var now) ->
                new Refused(Problem.LIVE_EVENT_CHANGED, "Read it again, and change that.")
                        .with("version", now.version());
            case Ruling.Unknown() -> new Refused(Problem.LIVE_EVENT_NOT_FOUND, "There is no such revision.");
            case Ruling.OwnWork() ->
                new Refused(
                        Problem.SECOND_PERSON_REQUIRED, "Ask somebody who wrote nothing of what is not yet approved.");
            case Ruling.NotLatest(var latest) ->
                new Refused(Problem.LIVE_EVENT_CHANGED, "Only the last revision is approved.")
                        .with("latestRevision", latest);
            case Ruling.ReviewOver(var review) ->
                new Refused(Problem.LIVE_EVENT_REVIEW_OVER, "Have the last revision reviewed again.")
                        .with("state", LiveEventAnswers.word(review.open() ? State.LAPSED : review.state()))
                        .with("by", review.by());
            case Ruling.NotApproved() ->
                new Refused(Problem.LIVE_EVENT_NOT_APPROVED, "Have the revision approved first.");
            case Ruling.Conflicting(var findings) ->
                new Refused(
                        Problem.LIVE_EVENT_CONFLICTS,
                        "See the violations: each names a place in the event.",
                        violations(findings));
            case Ruling.Done _, Ruling.Nothing _ -> throw new IllegalStateException("What is done is not refused");
        };
    }

    static List<Violation> violations(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Violation(finding.pointer(), finding.message()))
                .toList();
    }
}
