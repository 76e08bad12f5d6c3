package com.lifeverse.local.dryrun;

import com.lifeverse.platform.json.Policies;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        return switch (TriggerFile.read(Files.readString(file))) {
            case Reading.Sound(var sound) -> sound;
            case Reading.Faulty(var violations) -> throw new Faulty("%s: %s".formatted(file, violations));
        };
    }
}
