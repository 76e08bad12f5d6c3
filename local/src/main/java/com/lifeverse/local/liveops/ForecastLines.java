package com.lifeverse.local.liveops;

import com.lifeverse.liveops.event.LiveEvent;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;

/** What an event comes to, in a plan. */
record ForecastLines(PlanGround ground, EventFolder folder, Instant now, int occurrences) {
    void print(LiveEvent event, PrintWriter out) {
        ground.audience(event)
                .ifPresentOrElse(
                        sample -> out.printf(
                                Locale.ROOT,
                                "    is for %.1f %% of players, give or take %.1f (%,d of a sample of %,d)%n",
                                sample.share().orElse(0) * 100,
                                sample.margin() * 100,
                                sample.in(),
                                sample.seen()),
                        () -> out.println("    for how many is unknown: --profiles FILE looks at a sample"));
        ground.forecast(event, folder, now, occurrences).ifPresent(forecast -> {
            for (var load : forecast.loads()) {
                out.printf(
                        Locale.ROOT,
                        "    takes %,.0f of %,.0f %s of %s at its peak%n",
                        load.used(),
                        load.quota().limit(),
                        load.quota().unit(),
                        load.quota().name());
            }
            out.printf(
                    Locale.ROOT,
                    "    costs $%,.2f (modelled), for %,d players at most%n",
                    forecast.usd(),
                    forecast.most());
            forecast.rewards()
                    .forEach((item, amount) -> out.printf(Locale.ROOT, "    can give away %,d %s%n", amount, item));
        });
    }
}
