package com.lifeverse.local.liveops;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.Ground;
import com.lifeverse.liveops.plan.Forecast;
import com.lifeverse.liveops.plan.aws.PlanFiles;
import com.lifeverse.liveops.preview.AudienceSample;
import com.lifeverse.liveops.preview.Viewer;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the plan of a folder is held against, beside its events: {@code plan/capacity.yaml} and {@code plan/freezes.yaml} in it, and a sample of
 * profiles. What is not there is not looked at.
 *
 * @param sample players as profiles have them; empty if none was given
 */
public record PlanGround(Ground ground, List<Viewer> sample) {
    /** Nothing is known but the events. */
    public static final PlanGround NONE = new PlanGround(Ground.NONE, List.of());

    /** A file that is not what it should be. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(String message) {
            super(message);
        }
    }

    public PlanGround {
        sample = List.copyOf(sample);
    }

    /**
     * Reads what is there.
     *
     * @param profiles a file with a JSON document in each line: {@code {playerId, clientVersion?, profile: {platform, region, …}}}
     * @throws Faulty naming the file and what is wrong with it
     */
    public static PlanGround read(Path folder, Optional<Path> profiles) throws IOException, Faulty {
        var usual = ground(
                folder.resolve("plan/capacity.yaml"), text -> PlanFiles.read(Optional.of(text), Optional.empty()));
        var others = ground(
                folder.resolve("plan/freezes.yaml"), text -> PlanFiles.read(Optional.empty(), Optional.of(text)));
        return new PlanGround(
                new Ground(usual.capacity(), others.freezes()),
                profiles.isPresent() ? sample(profiles.get()) : List.of());
    }

    /** For how many of the sample an event is; empty if there is no sample, or a pattern of its audience is none. */
    public Optional<AudienceSample> audience(LiveEvent event) {
        return Optional.of(ProfilePatterns.sample(event, sample)).filter(some -> some.seen() > 0);
    }

    /** What an event comes to; empty if nobody wrote down what the usual load is. */
    public Optional<Forecast> forecast(LiveEvent event, EventFolder folder, Instant now, int occurrences) {
        return ground.forecast(event, events(folder), share(event), now, occurrences);
    }

    /** What stands against an event although its file is right. */
    public List<Finding> findings(LiveEvent event, EventFolder folder, Instant now) {
        return ground.findings(event, events(folder), share(event), now);
    }

    private OptionalDouble share(LiveEvent event) {
        return audience(event).map(AudienceSample::share).orElseGet(OptionalDouble::empty);
    }

    private static List<LiveEvent> events(EventFolder folder) {
        return folder.entries().stream()
                .flatMap(entry -> entry.read().stream())
                .map(LiveEventFile::event)
                .toList();
    }

    private interface Reader {
        Ground read(String text) throws PlanFiles.Faulty;
    }

    private static Ground ground(Path file, Reader reader) throws IOException, Faulty {
        if (!Files.isRegularFile(file)) {
            return Ground.NONE;
        }
        try {
            return reader.read(InputFile.text(file));
        } catch (PlanFiles.Faulty e) {
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
