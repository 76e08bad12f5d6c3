package com.lifeverse.liveops.preview;

import com.lifeverse.liveops.calendar.Moment;
import com.lifeverse.liveops.calendar.Phases;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.event.Share;
import com.lifeverse.liveops.plan.Reach;
import com.lifeverse.liveops.ramp.RampRules;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * One event as a player has it.
 *
 * @param moment where it is by the player's clocks
 * @param standing whether it is for the player, and if not, why
 */
public record Sight(Published published, Moment moment, Standing standing) {
    /** Whether an event is for a player; of several reasons against it, the first. */
    public enum Standing {
        /** It is. */
        IN,
        /** It is, but an operator has switched it off in the player's region; for who names none that there is, in any. */
        SWITCHED_OFF,
        /** The player's game is too old for it, or too new. */
        OTHER_CLIENT,
        /** The player matches none of the patterns for whom it is. */
        NOT_INCLUDED,
        /** The player matches a pattern for whom it is not. */
        EXCLUDED,
        /** The player is not among so many of a hundred. */
        NOT_IN_SHARE,
        /** The player is, but the event has not come to them yet, or has been taken back. */
        NOT_YET
    }

    /** How a player has it at that moment. */
    public static Sight of(
            Published published,
            Viewer viewer,
            Instant at,
            BiPredicate<Map<String, Object>, Map<String, Object>> matches) {
        var event = published.revision().event();
        var moment = Phases.at(event.calendar(), at, viewer.offset());
        var standing = standing(published, viewer, matches);
        boolean early = standing == Standing.IN && !ramped(published, viewer, moment, at);
        return new Sight(published, moment, early ? Standing.NOT_YET : standing);
    }

    /** True if what it sets holds for the player at the moment. */
    public boolean holds() {
        return moment.phase().isRunning() && (standing == Standing.IN || standing == Standing.SWITCHED_OFF);
    }

    /** What it sets: its fallback where it is switched off. */
    public Map<String, Object> flags() {
        var event = published.revision().event();
        return standing == Standing.SWITCHED_OFF ? event.fallback() : event.overrides();
    }

    /** True if the ramp has come to the player. */
    private static boolean ramped(Published published, Viewer viewer, Moment moment, Instant at) {
        var event = published.revision().event();
        if (event.ramp().isEmpty() || moment.occurrence().isEmpty()) {
            return true;
        }
        var starts = event.calendar()
                .occurrence(moment.occurrence().get().name(), Reach.FIRST)
                .starts();
        var ramp = event.ramp().get();
        return RampRules.at(ramp, RampRules.step(ramp, starts, at, published.ramp()))
                .filter(step -> viewer.regions().stream().allMatch(step::isIn))
                .filter(step -> Share.of(event.id(), viewer.playerId()) < step.percent())
                .isPresent();
    }

    private static Standing standing(
            Published published, Viewer viewer, BiPredicate<Map<String, Object>, Map<String, Object>> matches) {
        var event = published.revision().event();
        var audience = event.audience();
        if (viewer.clientVersion()
                .filter(version -> !event.clients().has(version))
                .isPresent()) {
            return Standing.OTHER_CLIENT;
        }
        var profiles = viewer.profiles();
        if (!audience.include().isEmpty()
                && !profiles.stream().allMatch(profile -> isAnyOf(audience.include(), profile, matches))) {
            return Standing.NOT_INCLUDED;
        }
        if (profiles.stream().anyMatch(profile -> isAnyOf(audience.exclude(), profile, matches))) {
            return Standing.EXCLUDED;
        }
        if (Share.of(event.id(), viewer.playerId()) >= audience.percent()) {
            return Standing.NOT_IN_SHARE;
        }
        boolean off = !Collections.disjoint(published.killedIn(), viewer.regions());
        return off ? Standing.SWITCHED_OFF : Standing.IN;
    }

    private static boolean isAnyOf(
            List<Map<String, Object>> patterns,
            Map<String, Object> profile,
            BiPredicate<Map<String, Object>, Map<String, Object>> matches) {
        return patterns.stream().anyMatch(pattern -> matches.test(pattern, profile));
    }
}
