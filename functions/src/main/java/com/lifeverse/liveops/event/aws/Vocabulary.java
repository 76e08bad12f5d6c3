package com.lifeverse.liveops.event.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.liveops.event.Platforms;
import com.lifeverse.liveops.flag.aws.FlagFile;
import com.lifeverse.liveops.lint.EventLint;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.pattern.PatternReading;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words that events may use: labels, platforms, patterns; and the items that may be given. */
public final class Vocabulary {
    private static final EventLint LINT =
            new EventLint(names("labels"), items(), Set.copyOf(Platforms.NAMES), Vocabulary::fault, FlagFile.shipped());

    private Vocabulary() {}

    /** The lint that knows the words which are shipped with the code. */
    public static EventLint lint() {
        return LINT;
    }

    private static Optional<String> fault(Map<String, Object> pattern) {
        return PatternReading.of(Json.write(pattern)) instanceof PatternReading.Refused(var reason)
                ? Optional.of(reason)
                : Optional.empty();
    }

    /** What may be given to players. */
    public static Set<String> items() {
        return names("items");
    }

    private static Set<String> names(String list) {
        try {
            var names = new TreeSet<String>();
            ShippedFiles.yaml(ShippedFiles.required("/events/taxonomy.yaml"))
                    .path(list)
                    .fieldNames()
                    .forEachRemaining(names::add);
            return names;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The taxonomy cannot be read", e);
        }
    }
}
