package com.lifeverse.liveops.review;

import java.time.Duration;
import java.time.Instant;

/** What time brings about in an open review. Nothing of it is stored: it follows from when the review was asked for. */
public final class ReviewClock {
    private ReviewClock() {}

    /** What is to be done, the least urgent first. */
    public enum Due {
        NOTHING,
        /** Remind the owner. */
        REMIND,
        /** Tell those who are to be called: it lapses soon. */
        ESCALATE,
        /** It has lapsed. */
        LAPSE
    }

    /** The most urgent of what came due after {@code since} and by now. */
    public static Due due(Review review, Instant since, Instant now, ReviewPolicy policy) {
        if (!now.isBefore(review.lapsesAt())) {
            return Due.LAPSE;
        }
        if (within(escalation(review, policy), since, now)) {
            return Due.ESCALATE;
        }
        return reminder(review, since, policy).isAfter(now) ? Due.NOTHING : Due.REMIND;
    }

    /** When something comes due next. */
    public static Instant next(Review review, Instant now, ReviewPolicy policy) {
        var next = review.lapsesAt();
        var escalation = escalation(review, policy);
        if (escalation.isAfter(now) && escalation.isBefore(next)) {
            next = escalation;
        }
        var reminder = reminder(review, now, policy);
        return reminder.isBefore(next) ? reminder : next;
    }

    private static Instant escalation(Review review, ReviewPolicy policy) {
        return review.lapsesAt().minus(policy.escalates());
    }

    /** The first after then; they come as often as the policy says, from when the review was asked for. */
    private static Instant reminder(Review review, Instant then, ReviewPolicy policy) {
        var passed = Duration.between(review.askedAt(), then);
        long before = passed.isNegative() ? 0 : passed.dividedBy(policy.reminds());
        return review.askedAt().plus(policy.reminds().multipliedBy(before + 1));
    }

    private static boolean within(Instant moment, Instant since, Instant now) {
        return moment.isAfter(since) && !moment.isAfter(now);
    }
}
