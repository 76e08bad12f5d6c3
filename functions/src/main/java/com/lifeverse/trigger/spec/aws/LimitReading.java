package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.QuietHours;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** The limits of a trigger's file. */
final class LimitReading {
    private LimitReading() {}

    static Limits read(JsonNode limits, Values values) {
        return new Limits(
                cap(limits.path("perPlayer"), "/limits/perPlayer", values),
                values.optional(limits.path("global"), cap -> cap(cap, "/limits/global", values)),
                values.optional(limits.path("cooldown"), length -> values.duration(length, "/limits/cooldown")),
                values.optional(limits.path("throttle"), cap -> cap(cap, "/limits/throttle", values)),
                values.optional(limits.path("quietHours"), hours -> quiet(hours, values)),
                values.optional(
                        limits.path("budget"),
                        budget -> new Budget(
                                budget.path("usd").decimalValue(),
                                values.span(budget.path("per"), "/limits/budget/per"),
                                values.optional(budget.path("burnRate"), JsonNode::asInt))));
    }

    private static Cap cap(JsonNode cap, String pointer, Values values) {
        return new Cap(cap.path("times").asInt(), values.span(cap.path("per"), pointer + "/per"));
    }

    private static QuietHours quiet(JsonNode hours, Values values) {
        var from = values.time(hours.path("from"), "/limits/quietHours/from");
        var to = values.time(hours.path("to"), "/limits/quietHours/to");
        var zone = values.zone(hours.path("zone"), "/limits/quietHours/zone");
        return values.attempt(
                () -> new QuietHours(from, to, zone),
                new QuietHours(LocalTime.MIN, LocalTime.NOON, ZoneOffset.UTC),
                "/limits/quietHours",
                "must end at another time than they begin");
    }
}
