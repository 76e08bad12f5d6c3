package com.lifeverse.trigger.spec;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A time of day at which a trigger does not act, over midnight if it ends before it begins. By the happening's time, so that
 * a late delivery changes nothing.
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("Quiet hours end at another time than they begin");
        }
    }

    public boolean hold(Instant time) {
        var local = time.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !local.isBefore(from) && local.isBefore(to)
                : !local.isBefore(from) || local.isBefore(to);
    }

    /** When those end that hold at this time. */
    public Instant end(Instant time) {
        var local = time.atZone(zone);
        var today = local.toLocalDate().atTime(to).atZone(zone);
        return (local.toLocalTime().isBefore(to)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(to).atZone(zone))
                .toInstant();
    }
}
