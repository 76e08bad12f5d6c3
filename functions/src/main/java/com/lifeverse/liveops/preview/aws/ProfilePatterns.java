package com.lifeverse.liveops.preview.aws;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.preview.AudienceSample;
import com.lifeverse.liveops.preview.Viewer;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.pattern.PatternReading;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Holds patterns of audiences against profiles, with the matcher that EventBridge's own is. */
public final class ProfilePatterns {
    private ProfilePatterns() {}

    /**
     * For which part of some players a draft is; one of nobody if a pattern of its audience is none. Those who look at drafts have the lint
     * say so.
     */
    public static AudienceSample sample(LiveEvent event, Collection<Viewer> players) {
        var audience = event.audience();
        boolean all = Stream.concat(audience.include().stream(), audience.exclude().stream())
                .allMatch(ProfilePatterns::isTaken);
        return AudienceSample.of(event, all ? players : List.of(), ProfilePatterns::matches);
    }

    private static boolean isTaken(Map<String, Object> pattern) {
        return pattern.isEmpty() || PatternReading.of(Json.write(pattern)) instanceof PatternReading.Taken;
    }

    /** True if the profile matches; a pattern of nothing is anybody's. */
    public static boolean matches(Map<String, Object> pattern, Map<String, Object> profile) {
        if (pattern.isEmpty()) {
            return true;
        }
        return switch (PatternReading.of(Json.write(pattern))) {
            case PatternReading.Taken(var machine) -> {
                try {
                    yield !machine.rulesForJSONEvent(Json.write(profile)).isEmpty();
                } catch (Exception e) {
                    // So the matcher declares it; what is JSON it can read.
                    throw new IllegalStateException("A profile cannot be matched", e);
                }
            }
            // The lint lets none of these through.
            case PatternReading.Refused(var reason) ->
                throw new IllegalStateException("A pattern of an audience is none: " + reason);
        };
    }
}
