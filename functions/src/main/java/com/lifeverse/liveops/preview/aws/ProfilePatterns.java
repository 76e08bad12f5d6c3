package com.lifeverse.liveops.preview.aws;

import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.pattern.PatternReading;
import java.util.Map;

/** Holds patterns of audiences against profiles, with the matcher that EventBridge's own is. */
public final class ProfilePatterns {
    private ProfilePatterns() {}

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
