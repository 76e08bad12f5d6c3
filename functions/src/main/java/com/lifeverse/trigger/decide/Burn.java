package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much a trigger may spend in a while before its breaker opens: {@code burnRate} times as much as if it spent its budget evenly, in a long
 * stretch and in a short one. The long one says that it matters, the short one that it goes on, as in chapter 5 of the Site Reliability
 * Workbook. Stretches lie end to end, by the time of the decision.
 *
 * @param slow the long stretch, a twenty-fourth of the budget's span
 * @param fast the short one, a twelfth of that
 * @param most the most in the long one, in millionths of a US dollar
 */
public record Burn(Duration slow, Duration fast, long most) {
    /** How many short stretches make a long one. */
    public static final int PARTS = 12;

    /** How many long stretches make a budget's span. */
    public static final int STRETCHES = 24;

    private static final BigDecimal MILLIONTHS = BigDecimal.valueOf(1_000_000);

    /** What was spent in the stretches of a moment, as far as is known. */
    public record Spent(long slow, long fast) {}

    /** Of a trigger that has a budget with a burn rate. */
    public static Optional<Burn> of(Trigger trigger) {
        return trigger.limits().budget().flatMap(budget -> budget.burnRate().map(rate -> of(budget, rate)));
    }

    private static Burn of(Budget budget, int rate) {
        var slow = Duration.ofSeconds(budget.per().length().toSeconds() / STRETCHES);
        long most = budget.usd().multiply(MILLIONTHS).longValue() / STRETCHES * rate;
        return new Burn(slow, slow.dividedBy(PARTS), most);
    }

    /** The most in a short stretch. */
    public long fastMost() {
        return most / PARTS;
    }

    String words(Spent spent) {
        if (spent.slow() <= most) {
            return "$%s in %s, more than $%s, while it was on trial"
                    .formatted(usd(spent.fast()), fast, usd(fastMost()));
        }
        return "$%s in %s and $%s in %s, more than $%s and $%s"
                .formatted(usd(spent.slow()), slow, usd(spent.fast()), fast, usd(most), usd(fastMost()));
    }

    private static String usd(long millionths) {
        return BigDecimal.valueOf(millionths).divide(MILLIONTHS).toPlainString();
    }

    /** The first moment of the long stretch that this one is in. */
    public Instant start(Instant now) {
        long length = slow.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    }

    /** Which short stretch of the long one it is, from 0. */
    public int part(Instant now) {
        return (int) Math.min(PARTS - 1, Duration.between(start(now), now).dividedBy(fast));
    }
}
