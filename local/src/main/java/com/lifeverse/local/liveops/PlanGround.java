package com.lifeverse.local.liveops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.PlanLint;
import com.lifeverse.liveops.plan.Capacity;
import com.lifeverse.liveops.plan.Forecast;
import com.lifeverse.liveops.plan.Freeze;
import com.lifeverse.liveops.preview.AudienceSample;
import com.lifeverse.liveops.preview.Viewer;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.platform.json.ShippedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a plan is held against, beside the files themselves: {@code plan/capacity.yaml} and {@code plan/freezes.yaml} in their folder, and a sample of
 * profiles. What is not there is not looked at.
 *
 * @param capacity empty if nobody wrote it down
 * @param sample players as profiles have them; empty if none was given
 */
public record PlanGround(Optional<Capacity> capacity, List<Freeze> freezes, List<Viewer> sample) {
    /** Nothing is known but the files. */
    public static final PlanGround NONE = new PlanGround(Optional.empty(), List.of(), List.of());

    private static final int LOOKED_AT = 10;

    /** A file that is not what it should be. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(String message) {
            super(message);
        }
    }

    public PlanGround {
        freezes = List.copyOf(freezes);
        sample = List.copyOf(sample);
    }

    /**
     * Reads what is there.
     *
     * @param profiles a file with a JSON document in each line: {@code {playerId, clientVersion?, profile: {platform, region, …}}}
     * @throws Faulty naming the file and what is wrong with it
     */
    public static PlanGround read(Path folder, Optional<Path> profiles) throws IOException, Faulty {
        var capacity = Optional.<Capacity>empty();
        var file = folder.resolve("plan/capacity.yaml");
        if (Files.isRegularFile(file)) {
            capacity = Optional.of(capacity(yaml(file)));
        }
        var freezes = new ArrayList<Freeze>();
        file = folder.resolve("plan/freezes.yaml");
        if (Files.isRegularFile(file)) {
            for (var each : yaml(file).path("freezes")) {
                freezes.add(freeze(each, file));
            }
        }
        return new PlanGround(capacity, freezes, profiles.isPresent() ? sample(profiles.get()) : List.of());
    }

    /** For how many of the sample an event is; empty if there is no sample. */
    public Optional<AudienceSample> audience(LiveEvent event) {
        return sample.isEmpty()
                ? Optional.empty()
                : Optional.of(AudienceSample.of(event, sample, ProfilePatterns::matches));
    }

    /** What an event comes to; empty if nobody wrote down what the usual load is. */
    public Optional<Forecast> forecast(LiveEvent event, EventFolder folder, Instant now, int occurrences) {
        var others = folder.entries().stream()
                .flatMap(entry -> entry.read().stream())
                .map(LiveEventFile::event)
                .filter(other -> !other.id().equals(event.id()))
                .toList();
        var share = audience(event).map(AudienceSample::share).orElseGet(OptionalDouble::empty);
        return capacity.map(ground -> Forecast.of(event, others, ground, share, now, occurrences));
    }

    /** What stands against an event although its file is right. */
    public List<Finding> findings(LiveEvent event, EventFolder folder, Instant now) {
        var findings = new ArrayList<>(PlanLint.freezes(event, freezes, now, LOOKED_AT));
        capacity.ifPresent(ground -> forecast(event, folder, now, LOOKED_AT)
                .ifPresent(forecast -> findings.addAll(PlanLint.capacity(forecast, ground))));
        return findings;
    }

    private static JsonNode yaml(Path file) throws IOException, Faulty {
        try {
            return ShippedFiles.yaml(InputFile.text(file));
        } catch (JsonProcessingException e) {
            throw new Faulty(file + " is not YAML: " + e.getOriginalMessage());
        }
    }

    private static Capacity capacity(JsonNode file) {
        var quotas = new ArrayList<Capacity.Quota>();
        file.path("quotas")
                .forEach(quota -> quotas.add(new Capacity.Quota(
                        quota.path("name").asText(),
                        quota.path("limit").asDouble(),
                        quota.path("unit").asText(),
                        quota.path("each").asDouble(),
                        quota.path("source").asText())));
        return new Capacity(
                file.path("players").asLong(),
                file.path("requestsPerSecond").asDouble(),
                file.path("average").asDouble(1),
                file.at("/perRequest/readUnits").asDouble(),
                file.at("/perRequest/writeUnits").asDouble(),
                file.path("headRoom").asDouble(),
                quotas);
    }

    private static Freeze freeze(JsonNode each, Path file) throws Faulty {
        try {
            return new Freeze(
                    each.path("name").asText(),
                    Instant.parse(each.path("from").asText()),
                    Instant.parse(each.path("until").asText()),
                    each.path("kind").asText().equals("freeze"),
                    each.path("reason").asText());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Faulty("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private static List<Viewer> sample(Path file) throws IOException, Faulty {
        var sample = new ArrayList<Viewer>();
        for (var line : InputFile.text(file).lines().toList()) {
            if (!line.isBlank()) {
                sample.add(viewer(line, file, sample.size() + 1));
            }
        }
        return sample;
    }

    private static Viewer viewer(String line, Path file, int number) throws Faulty {
        var player =
                Json.parse(line).orElseThrow(() -> new Faulty("%s: profile %d is not JSON".formatted(file, number)));
        if (!player.path("playerId").isTextual() || !player.path("profile").isObject()) {
            throw new Faulty("%s: profile %d needs a playerId and a profile".formatted(file, number));
        }
        Map<String, Object> profile = com.lifeverse.platform.json.Json.plain(player.path("profile"));
        return new Viewer(
                player.path("playerId").asText(),
                ZoneOffset.UTC,
                Optional.of(player.path("clientVersion").asText()).filter(version -> !version.isEmpty()),
                String.valueOf(profile.getOrDefault("region", "")),
                profile);
    }
}
