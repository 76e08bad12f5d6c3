package com.lifeverse.local.identity.secrets;

import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A secret with the versions that carry a stage.
 *
 * @param createdAt epoch milliseconds
 * @param changedAt epoch milliseconds
 * @param versions by version id
 */
record Secret(
        String arn, String name, String description, long createdAt, long changedAt, Map<String, Version> versions) {
    static final String CURRENT = "AWSCURRENT";
    static final String PREVIOUS = "AWSPREVIOUS";

    /**
     * One value.
     *
     * @param text the value, in base64 if {@code binary}
     * @param createdAt epoch milliseconds
     */
    record Version(String text, boolean binary, List<String> stages, long createdAt) {
        Version {
            stages = List.copyOf(stages);
        }

        boolean sameValue(Version other) {
            return text.equals(other.text) && binary == other.binary;
        }

        private Version without(String stage) {
            return new Version(
                    text,
                    binary,
                    stages.stream().filter(each -> !each.equals(stage)).toList(),
                    createdAt);
        }

        private Version with(String stage) {
            return new Version(
                    text,
                    binary,
                    Stream.concat(stages.stream(), Stream.of(stage)).toList(),
                    createdAt);
        }
    }

    /** The id of the version that carries {@code stage}. */
    Optional<String> at(String stage) {
        return versions.entrySet().stream()
                .filter(entry -> entry.getValue().stages().contains(stage))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** With one version more, its stages taken from those that had them; what was current becomes previous. */
    Secret with(String id, Version version, Instant now) {
        var changed = new LinkedHashMap<>(versions);
        var formerlyCurrent = at(CURRENT);
        for (var stage : version.stages()) {
            changed.replaceAll((known, each) -> each.without(stage));
        }
        if (version.stages().contains(CURRENT)) {
            changed.replaceAll((known, each) -> each.without(PREVIOUS));
            formerlyCurrent.ifPresent(former -> changed.computeIfPresent(former, (known, each) -> each.with(PREVIOUS)));
        }
        changed.put(id, version);
        // A version without a stage is only waiting to be removed, so it is removed.
        changed.values().removeIf(each -> each.stages().isEmpty());
        return new Secret(arn, name, description, createdAt, now.toEpochMilli(), changed);
    }

    String toJson() {
        return Json.text(this);
    }

    static Secret fromJson(String json) {
        return Json.read(json, Secret.class);
    }
}
