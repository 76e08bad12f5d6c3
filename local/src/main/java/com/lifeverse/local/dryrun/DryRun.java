package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.replay.ArchiveSpan;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.aws.EventTypes;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Goes through events once, in the order of the archive, with one version of a trigger or two. Takes as much memory for a million
 * players as for one: what grows with them is in the scratch file.
 */
public final class DryRun {
    /**
     * What is tried, and how.
     *
     * @param against the version that is in force or was, to compare with
     * @param sweep how often the stage's sweep runs
     * @param versions what says which of the two each player has; empty if the two are not of one file
     */
    public record Plan(
            TriggerFile file,
            Optional<TriggerFile> against,
            ArchiveSpan span,
            TriggerPolicy policy,
            Duration sweep,
            Optional<Versions> versions) {
        /** Of files that say nothing of each other. */
        public Plan(
                TriggerFile file,
                Optional<TriggerFile> against,
                ArchiveSpan span,
                TriggerPolicy policy,
                Duration sweep) {
            this(file, against, span, policy, sweep, Optional.empty());
        }

        /** The archive's events for it. */
        public ArchivePart part() {
            return new ArchivePart(span);
        }
    }

    private final Plan plan;
    private final EventTypes types = new EventTypes();
    private final Map<String, Boolean> heardTypes = new HashMap<>();
    private final Trial trial;
    private final Optional<Trial> other;
    private final Comparison comparison = new Comparison();
    private long read;
    private long heard;
    private long broken;
    private Optional<Instant> reached = Optional.empty();

    public DryRun(Plan plan, Scratch scratch) {
        this.plan = plan;
        this.trial = trial(plan.file(), "new", scratch);
        this.other = plan.against().map(file -> trial(file, "old", scratch));
    }

    private Trial trial(TriggerFile file, String version, Scratch scratch) {
        return new Trial(file, version, plan.policy(), scratch, plan.sweep());
    }

    /** When the event happened that it came to last; empty before the first one. */
    public Optional<Instant> reached() {
        return reached;
    }

    /** How many lines it has come to. */
    public long read() {
        return read;
    }

    /**
     * Takes the next event, if it is of the span and of a type that engines hear.
     *
     * @param line an envelope
     */
    public void take(String line) {
        read++;
        try {
            if (Json.read(line) instanceof ObjectNode detail) {
                take(detail, line);
            } else {
                broken++;
            }
        } catch (JsonProcessingException | DateTimeParseException | IllegalArgumentException _) {
            // Where it is in force such an event ends in the engine's dead letters; here it is counted.
            broken++;
        }
    }

    private void take(JsonNode detail, String line) throws JsonProcessingException {
        var type = detail.path("type").asText();
        var at = Instant.parse(detail.path("time").asText());
        reached = Optional.of(at);
        if (!plan.span().holds(at) || !isHeard(type)) {
            return;
        }
        heard++;
        var event =
                "{\"version\":\"0\",\"id\":%s,\"detail-type\":%s,\"source\":%s,\"time\":%s,\"resources\":[],\"detail\":%s}"
                        .formatted(
                                detail.path("id"),
                                detail.path("type"),
                                Json.write(
                                        "lifeverse." + detail.path("producer").asText()),
                                detail.path("time"),
                                line);
        Supplier<Envelope> envelope = () -> whole(Envelopes.read(detail));
        var outcomes = trial.happened(event, at, envelope);
        if (other.isPresent()) {
            comparison.add(other.get().happened(event, at, envelope), outcomes, detail);
        }
    }

    /** Ends it: time goes on to the end of the span, with what that brings about. */
    public Report end() {
        trial.until(plan.span().to());
        other.ifPresent(each -> each.until(plan.span().to()));
        return Report.of(plan, new Report.Seen(read, heard, broken), trial, other, comparison);
    }

    private boolean isHeard(String type) {
        return heardTypes.computeIfAbsent(
                type,
                name -> types.find(name)
                        .filter(known -> known.type().consumers().contains(EventType.TRIGGER_ENGINE))
                        .isPresent());
    }

    // Without these two, happenings of different players or matches would be taken for the same.
    private static Envelope whole(Envelope event) {
        if (event.playerId().isEmpty() || event.deduplicationId().isEmpty()) {
            throw new IllegalArgumentException("Event " + event.id() + " names no player or no happening");
        }
        return event;
    }

    /** The words of outcomes, for the one that wants an event as two things too. */
    static String words(List<Outcome> outcomes) {
        return outcomes.isEmpty()
                ? "not-wanted"
                : String.join("+", outcomes.stream().map(Outcome::word).toList());
    }
}
