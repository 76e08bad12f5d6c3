package com.lifeverse.local.dryrun;

import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.match.aws.PatternFault;
import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dry run that somebody wants, with the numbers that the code comes with.
 *
 * @param trigger the trigger's file
 * @param against another version's; without one, a version that is to follow is compared with the current one
 * @param late how long after it happened an event may have been told
 * @param sweep how often the stage's sweep runs
 */
public record Request(Path trigger, Optional<Path> against, Instant from, Instant to, Duration late, Duration sweep) {
    /** A file says nothing that could be tried. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(String message) {
            super(message);
        }
    }

    /**
     * What then is to be done.
     *
     * @throws Faulty if a file is no trigger, or the span none
     */
    public DryRun.Plan plan() throws IOException, Faulty {
        var policy = Policies.standard().of(TriggerPolicy.class);
        var file = read(trigger);
        if (against.isPresent()) {
            return new DryRun.Plan(file.alone(), Optional.of(read(against.get()).alone()), span(), policy, sweep);
        }
        return new DryRun.Plan(
                file.next().orElse(file).alone(),
                file.next().map(_ -> file.alone()),
                span(),
                policy,
                sweep,
                file.next().map(_ -> file.versions()));
    }

    private ArchiveSpan span() throws Faulty {
        try {
            return new ArchiveSpan(from, to, late);
        } catch (IllegalArgumentException e) {
            throw new Faulty(String.valueOf(e.getMessage()));
        }
    }

    private static TriggerFile read(Path file) throws IOException, Faulty {
        return switch (TriggerFile.read(InputFile.text(file))) {
            case Reading.Sound(var sound) -> {
                var faults = faults(sound);
                if (!faults.isEmpty()) {
                    throw new Faulty("%s: %s".formatted(file, String.join("; ", faults)));
                }
                yield sound;
            }
            case Reading.Faulty(var violations) -> throw new Faulty("%s: %s".formatted(file, violations));
        };
    }

    // What the matcher refuses would stop the run at its first event.
    private static List<String> faults(TriggerFile file) {
        return file.all().stream()
                .map(TriggerFile::trigger)
                .flatMap(trigger -> patterns(trigger).entrySet().stream())
                .flatMap(pattern -> PatternFault.of(pattern.getValue()).stream()
                        .map(fault -> "%s: %s".formatted(pattern.getKey(), fault)))
                .distinct()
                .toList();
    }

    private static Map<String, Map<String, Object>> patterns(Trigger trigger) {
        var patterns = new LinkedHashMap<String, Map<String, Object>>();
        patterns.put("/when", trigger.when());
        if (!trigger.player().isEmpty()) {
            patterns.put("/player", trigger.player());
        }
        switch (trigger.window().measure()) {
            case Measure.Sequence(var steps) -> {
                for (int at = 0; at < steps.size(); at++) {
                    patterns.put("/window/sequence/" + at, steps.get(at));
                }
            }
            case Measure.Absence(var of) -> patterns.put("/window/absence", of);
            case Measure.Count _, Measure.Sum _, Measure.Distinct _ -> {
                // They have no pattern of their own.
            }
        }
        return patterns;
    }
}
