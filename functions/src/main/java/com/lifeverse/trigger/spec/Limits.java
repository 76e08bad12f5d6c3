package com.lifeverse.trigger.spec;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a trigger may act.
 *
 * @param perPlayer for one player; every trigger has this one, so that none can give without end
 * @param global for all players together
 * @param cooldown how long it rests after it has acted for a player
 * @param throttle how many happenings of a player are looked at in any stretch of this length; the others count for nothing
 * @param quiet hours at which it does not act
 * @param budget what it may cost
 */
public record Limits(
        Cap perPlayer,
        Optional<Cap> global,
        Optional<Duration> cooldown,
        Optional<Cap> throttle,
        Optional<QuietHours> quiet,
        Optional<Budget> budget) {

    /** At most {@code times} within a span. */
    public record Cap(int times, Span per) {
        public Cap {
            if (times < 1) {
                throw new IllegalArgumentException("A limit lets through at least one");
            }
        }
    }

    /**
     * At most so much money within a span, in US dollars.
     *
     * @param burnRate how many times as fast as evenly it may be spent before the trigger is held; without it, it may be spent at once
     */
    public record Budget(BigDecimal usd, Span per, Optional<Integer> burnRate) {
        public Budget {
            if (usd.signum() <= 0) {
                throw new IllegalArgumentException("A budget has something in it");
            }
        }

        /** One that may be spent at once. */
        public Budget(BigDecimal usd, Span per) {
            this(usd, per, Optional.empty());
        }
    }

    /** Until when the cap for one player and the rest go by a firing at that time. */
    public Instant until(Instant fired) {
        var rested = fired.plus(cooldown.orElse(Duration.ZERO));
        var capped = perPlayer.per().end(fired);
        return rested.isAfter(capped) ? rested : capped;
    }

    /** For how long the cap for one player and the rest can go by a firing. */
    public Duration reach() {
        var per = perPlayer.per().length();
        return cooldown.filter(rest -> rest.compareTo(per) > 0).orElse(per);
    }

    /** No more than this limit for one player. */
    public static Limits perPlayer(int times, Span per) {
        return new Limits(
                new Cap(times, per),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
