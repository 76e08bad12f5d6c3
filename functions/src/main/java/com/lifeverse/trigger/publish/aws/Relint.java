package com.lifeverse.trigger.publish.aws;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lint.CatalogueLint;
import com.lifeverse.trigger.lint.ScheduleLint;
import com.lifeverse.trigger.lint.Surroundings;
import com.lifeverse.trigger.lint.TriggerLint;
import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import com.lifeverse.trigger.schedule.aws.ScheduleCatalogue;
import com.lifeverse.trigger.schedule.aws.ScheduleFile;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was in force once, held against what the code knows now: a workflow, an event type or a label that it named may be gone since. What is in
 * force as it stands is let be, so that a rollback brings nothing in that was not there, and is not held up by what it would not change.
 */
public record Relint(Surroundings surroundings, TriggerPolicy policy, SchedulePolicy schedulePolicy) {
    /** What is wrong, by the names of triggers and schedules, as places in their files. That times are over is no fault. */
    public Map<String, List<Violation>> findings(Draft draft, Draft inForce, Instant now) {
        var found = new TreeMap<String, List<Violation>>();
        var files = new LinkedHashMap<String, TriggerFile>();
        var lint = new TriggerLint(surroundings, policy);
        draft.documents().forEach((name, document) -> {
            if (name.startsWith(ScheduleCatalogue.PREFIX)) {
                add(found, name, schedule(document, now));
                return;
            }
            switch (TriggerFile.read(document)) {
                case Reading.Faulty(var violations) -> add(found, name, violations);
                case Reading.Sound(var file) -> {
                    files.put(name, file);
                    add(found, name, FileLint.findings(file, lint));
                }
            }
        });
        FileLint.together(files.values(), new CatalogueLint(surroundings))
                .forEach((name, violations) -> add(found, name, violations));
        found.keySet()
                .removeIf(name -> Objects.equals(
                        draft.documents().get(name), inForce.documents().get(name)));
        return found;
    }

    private List<Violation> schedule(String document, Instant now) {
        return switch (ScheduleFile.read(document)) {
            case ScheduleFile.Reading.Faulty(var violations) -> violations;
            case ScheduleFile.Reading.Sound(var file) ->
                new ScheduleLint(surroundings, schedulePolicy)
                        .findings(file.schedule(), now).stream()
                                .filter(violation -> !violation.pointer().equals("/times"))
                                .toList();
        };
    }

    private static void add(Map<String, List<Violation>> found, String name, List<Violation> violations) {
        if (!violations.isEmpty()) {
            var all = new ArrayList<>(found.getOrDefault(name, List.of()));
            all.addAll(violations);
            found.put(name, all);
        }
    }
}
