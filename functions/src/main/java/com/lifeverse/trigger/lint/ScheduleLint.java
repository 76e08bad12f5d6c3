package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.schedule.Overlap;
import com.lifeverse.trigger.schedule.Run;
import com.lifeverse.trigger.schedule.Schedule;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import com.lifeverse.trigger.schedule.Start;
import com.lifeverse.trigger.schedule.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a schedule must keep beyond its form, before it may be in force. */
public record ScheduleLint(Surroundings surroundings, SchedulePolicy policy) {
    /** An input is kept with each run that goes on, and all of these are one item. */
    private static final int MOST_INPUT = 4_000;

    /** Everything that is wrong, each with its place in the schedule's file. */
    public List<Violation> findings(Schedule schedule, Instant now) {
        var findings = new ArrayList<>(AboutLint.findings(schedule.about(), surroundings));
        if (schedule.times().after(now).isEmpty()) {
            findings.add(new Violation("/times", "never come: there is none after " + now));
        }
        if (schedule.catchUp().compareTo(policy.longestCatchUp()) > 0) {
            findings.add(new Violation("/catchUp", "must be at most " + policy.longestCatchUp()));
        }
        if (schedule.catchUp().compareTo(policy.late()) < 0) {
            findings.add(new Violation(
                    "/catchUp",
                    "must be at least %s: on some stage it may take that long until somebody looks, and all is missed"
                            .formatted(policy.late())));
        }
        schedule.times()
                .pace(now)
                .filter(pace -> pace.compareTo(Duration.ofMinutes(1)) < 0)
                .ifPresent(_ -> findings.add(
                        new Violation("/times", "must be a minute apart at least: it is looked once a minute")));
        switch (schedule.start()) {
            case Start.Event event -> event(schedule, event, now, findings);
            case Start.Workflow workflow -> workflow(schedule, workflow, now, findings);
        }
        return List.copyOf(findings);
    }

    private void event(Schedule schedule, Start.Event event, Instant now, List<Violation> findings) {
        if (schedule.overlap() != Overlap.SKIP) {
            findings.add(new Violation("/overlap", "means nothing to an event, which is over at once"));
        }
        var type = surroundings.types().apply(event.type());
        if (type.isEmpty()) {
            findings.add(new Violation("/start/event/type", "is not an event type"));
        } else if (!type.get().producers().contains(EventType.SCHEDULE)) {
            findings.add(new Violation(
                    "/start/event/type", "does not list schedule as a producer: our own code relies on it"));
        } else {
            ours(event.payload(), "/start/event/payload", findings);
            surroundings
                    .payloadFaults()
                    .apply(event.type(), stamped(schedule, event.payload(), now))
                    .forEach(fault ->
                            findings.add(new Violation("/start/event/payload" + fault.pointer(), fault.message())));
        }
    }

    private void workflow(Schedule schedule, Start.Workflow workflow, Instant now, List<Violation> findings) {
        var known = surroundings.workflows().apply(workflow.name());
        if (known.isEmpty()) {
            findings.add(new Violation("/start/workflow/name", "is not a workflow"));
        } else if (!known.get().startedBySchedules()) {
            findings.add(new Violation(
                    "/start/workflow/name", "does not say in its workflow.yaml that schedules may start it"));
        } else {
            ours(workflow.input(), "/start/workflow/input", findings);
            known.get()
                    .inputFaults()
                    .apply(stamped(schedule, workflow.input(), now))
                    .forEach(fault ->
                            findings.add(new Violation("/start/workflow/input" + fault.pointer(), fault.message())));
            if (workflow.input().toString().length() > MOST_INPUT) {
                findings.add(new Violation("/start/workflow/input", "is longer than " + MOST_INPUT + " characters"));
            }
        }
    }

    private static void ours(Map<String, Object> written, String pointer, List<Violation> findings) {
        if (written.containsKey(Telling.STAMP)) {
            findings.add(new Violation(pointer + "/" + Telling.STAMP, "comes from the run, not from you"));
        }
    }

    private static Map<String, Object> stamped(Schedule schedule, Map<String, Object> written, Instant now) {
        var all = new LinkedHashMap<>(written);
        all.put(Telling.STAMP, Telling.stamp(schedule.id(), Run.at(schedule, now), now));
        return all;
    }
}
