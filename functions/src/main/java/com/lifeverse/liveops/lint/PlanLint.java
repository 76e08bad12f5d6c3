package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.plan.Capacity;
import com.lifeverse.liveops.plan.Forecast;
import com.lifeverse.liveops.plan.Freeze;
import com.lifeverse.liveops.plan.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What stands against an event although its file is right: the account's limits, and what others need the time for. */
public final class PlanLint {
    private PlanLint() {}

    /** What the account has for it. */
    public static List<Finding> capacity(Forecast forecast, Capacity capacity) {
        var findings = new ArrayList<Finding>();
        for (var load : forecast.loads()) {
            var words = String.format(
                    Locale.ROOT,
                    "%.1f times the usual load takes %,.0f of %,.0f %s of %s",
                    forecast.factor(),
                    load.used(),
                    load.quota().limit(),
                    load.quota().unit(),
                    load.quota().name());
            if (load.share() > 1) {
                findings.add(Finding.error("quota-exceeded", "/capacity/peakFactor", words));
            } else if (load.share() > 1 - capacity.headRoom()) {
                findings.add(Finding.warning("quota-head-room", "/capacity/peakFactor", words));
            }
        }
        if (forecast.audience().isPresent() && forecast.audience().getAsDouble() == 0) {
            findings.add(Finding.warning("empty-audience", "/audience", "nobody of the sample is in it"));
        }
        return findings;
    }

    /** What others need the time for, of the next {@code many} occurrences. */
    public static List<Finding> freezes(LiveEvent event, Collection<Freeze> freezes, Instant now, int many) {
        var findings = new ArrayList<Finding>();
        for (var reach : Reach.of(event.calendar(), now, many)) {
            for (var freeze : freezes) {
                var words = "%s is from %s until %s: %s"
                        .formatted(freeze.name(), freeze.from(), freeze.until(), freeze.reason());
                if (freeze.hard() && (freeze.has(reach.from()) || freeze.has(reach.until()))) {
                    findings.add(Finding.error(
                            "freeze", "/when", "%s begins or ends in a freeze; %s".formatted(reach.name(), words)));
                } else if (!freeze.hard() && freeze.meets(reach)) {
                    findings.add(Finding.warning("clash", "/when", "%s runs then; %s".formatted(reach.name(), words)));
                }
            }
        }
        return findings;
    }
}
