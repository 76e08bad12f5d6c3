package com.lifeverse.local.dryrun;

import com.lifeverse.platform.Prices;
import com.lifeverse.trigger.decide.EffectCost;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a trigger costs, in US dollars, if things go on as they went. <em>Modelled</em>: a firing by {@link EffectCost}; looking by the read
 * and write units of its states, at {@link Prices}. The queue and the engine are there for all triggers, and are not in it.
 *
 * @param usd in the whole span
 * @param perFiring of one firing, with what looking at events that did not fire costs
 * @param perThousandEvents of a thousand events that engines hear
 * @param perDay on average
 * @param perMonth of thirty days
 * @param busiest the day with the most firings
 */
record Forecast(
        double usd,
        double perFiring,
        double perThousandEvents,
        double perDay,
        double perMonth,
        Optional<Map.Entry<LocalDate, Long>> busiest) {
    private static final double MILLION = 1_000_000;
    private static final int MONTH = 30;

    static Forecast of(Trial trial, long heard, Duration span) {
        var tally = trial.tally();
        double firing = EffectCost.ofFiring(trial.trigger().effects()) / MILLION;
        double usd = tally.told() * firing
                + trial.states().reads() * Prices.TABLE_READ / 2
                + trial.states().writes() * Prices.TABLE_WRITE;
        double days = span.toSeconds() / (double) Duration.ofDays(1).toSeconds();
        double daily = days == 0 ? 0 : usd / days;
        return new Forecast(
                usd,
                tally.told() == 0 ? 0 : usd / tally.told(),
                heard == 0 ? 0 : usd * 1_000 / heard,
                daily,
                daily * MONTH,
                tally.byDay().entrySet().stream().max(Map.Entry.comparingByValue()));
    }
}
