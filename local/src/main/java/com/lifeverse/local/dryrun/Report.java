package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.lint.TriggerLint;
import com.lifeverse.trigger.lint.aws.Shipped;
import com.lifeverse.trigger.publish.aws.FileLint;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.Resources;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a dry run found, as one JSON document. Its size is bounded. */
public record Report(ObjectNode document, boolean differs) {
    /** What is to be forgotten sooner is not archived. */
    private static final Duration ARCHIVED = Duration.ofDays(90);

    /**
     * What it came to.
     *
     * @param read lines
     * @param heard events of the span that engines hear
     * @param broken lines that are no events of ours, or name nobody
     */
    record Seen(long read, long heard, long broken) {}

    static Report of(DryRun.Plan plan, Seen seen, Trial trial, Optional<Trial> other, Comparison comparison) {
        var span = Duration.between(plan.span().from(), plan.span().to());
        var report = Json.object().put("trigger", trial.trigger().id());
        report.put("from", plan.span().from().toString());
        report.put("to", plan.span().to().toString());
        report.putObject("events")
                .put("read", seen.read())
                .put("heard", seen.heard())
                .put("broken", seen.broken());
        report.setAll(version(plan, trial, seen, span));
        other.ifPresent(old -> {
            report.set("against", version(plan, old, seen, span));
            report.set("difference", difference(trial, old, comparison));
        });
        var notes = report.putArray("notes");
        notes(plan).forEach(notes::add);
        return new Report(
                report,
                other.isPresent()
                        && (!comparison.changes().isEmpty()
                                || !other.get()
                                        .tally()
                                        .byTime()
                                        .equals(trial.tally().byTime())));
    }

    private static ObjectNode version(DryRun.Plan plan, Trial trial, Seen seen, Duration span) {
        var tally = trial.tally();
        var version = Json.object().put("version", trial.trigger().version());
        version.set("byEvents", counts(tally.byEvents()));
        version.set("byTime", counts(tally.byTime()));
        version.put("carriedOut", tally.told()).put("players", tally.players());
        version.put("fullestPool", trial.allotments().fullest());
        version.set("cost", cost(Forecast.of(trial, seen.heard(), span)));
        trial.breakers()
                .opened()
                .ifPresent(breaker -> version.putObject("breaker")
                        .put("opened", breaker.since().toString())
                        .put("note", breaker.note()));
        var busiest = version.putArray("busiestPlayers");
        tally.busiest()
                .forEach(busy -> has(
                        plan,
                        busy.playerId(),
                        busiest.addObject().put("playerId", busy.playerId()).put("carriedOut", busy.fired())));
        var first = version.putArray("first");
        for (var firing : tally.first()) {
            has(plan, firing.playerId(), first.addObject())
                    .put("at", firing.time().toString())
                    .put("playerId", firing.playerId())
                    .put("occurrence", String.valueOf(firing.payload().get("occurrence")))
                    .put(
                            "event",
                            firing.causation().isEmpty()
                                    ? ""
                                    : firing.causation().getLast());
        }
        return version;
    }

    /** Which version the player has whom this is about, by the percentages of the file. */
    private static ObjectNode has(DryRun.Plan plan, String playerId, ObjectNode about) {
        plan.versions()
                .ifPresent(versions -> about.put(
                        "has",
                        versions.acting(versions.owner(playerId))
                                .map(Trigger::version)
                                .orElse("none")));
        return about;
    }

    private static ObjectNode difference(Trial trial, Trial old, Comparison comparison) {
        var difference = Json.object().put("alike", comparison.alike());
        var changes = difference.putObject("changes");
        comparison.changes().forEach(changes::put);
        var gains = trial.tally().gainsOver(old.tally());
        difference
                .putObject("players")
                .put("won", gains.won())
                .put("lost", gains.lost())
                .put("kept", gains.kept());
        var examples = difference.putArray("examples");
        comparison
                .examples()
                .forEach(example -> examples.addObject()
                        .put("event", example.event())
                        .put("playerId", example.playerId())
                        .put("before", example.before())
                        .put("after", example.after()));
        return difference;
    }

    private static ObjectNode cost(Forecast forecast) {
        var cost = Json.object()
                .put("usd", rounded(forecast.usd()))
                .put("perFiring", rounded(forecast.perFiring()))
                .put("perThousandEvents", rounded(forecast.perThousandEvents()))
                .put("perDay", rounded(forecast.perDay()))
                .put("perMonth", rounded(forecast.perMonth()));
        forecast.busiest()
                .ifPresent(day -> cost.putObject("busiestDay")
                        .put("day", day.getKey().toString())
                        .put("carriedOut", day.getValue()));
        return cost;
    }

    /** To the millionth of a cent, below which the model says nothing. */
    private static double rounded(double usd) {
        return Math.round(usd * 1e8) / 1e8;
    }

    private static List<String> notes(DryRun.Plan plan) {
        var notes = new ArrayList<String>();
        if (Duration.between(plan.span().from(), plan.span().to()).compareTo(Duration.ofDays(1)) < 0) {
            notes.add("Less than a day was looked at: what a day and a month would cost is a guess.");
        }
        plan.file().trigger().heardTypes().stream()
                .filter(type -> !isArchived(type))
                .forEach(type -> notes.add(
                        "The archive has no %s, which is kept for less than %d days: nothing of it is seen here but samples."
                                .formatted(type, ARCHIVED.toDays())));
        FileLint.findings(plan.file(), new TriggerLint(Shipped.surroundings(), plan.policy()))
                .forEach(finding ->
                        notes.add("It would not be published: %s %s".formatted(finding.pointer(), finding.message())));
        return notes;
    }

    private static boolean isArchived(String type) {
        try {
            var about = Resources.yaml(Resources.required("/events/" + type + "/event.yaml"));
            return Duration.parse(about.path("retention").asText()).compareTo(ARCHIVED) >= 0;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The event type " + type + " cannot be read", e);
        }
    }

    private static ObjectNode counts(Map<Outcome, Long> counts) {
        var json = Json.object();
        counts.forEach((outcome, count) -> json.put(outcome.word(), count));
        return json;
    }
}
