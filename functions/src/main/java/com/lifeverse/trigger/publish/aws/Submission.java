package com.lifeverse.trigger.publish.aws;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.TreeMap;

/**
 * Triggers that somebody wants in force, with all that is wrong with them: their form, each by itself, and all together.
 *
 * @param draft those whose form is right
 * @param places where each is in what was submitted, by its name
 * @param findings with pointers such as {@code /triggers/3/limits/perPlayer}; whoever has any is not published
 * @param warnings likewise, of what authors should know of what may be in force
 */
public record Submission(Draft draft, Map<String, String> places, List<Violation> findings, List<Violation> warnings) {
    public Submission {
        warnings = List.copyOf(warnings);
        places = Map.copyOf(places);
        findings = List.copyOf(findings);
    }

    /** Reads a list of triggers, each as its file would say it. */
    public static Submission read(JsonNode triggers, Surroundings surroundings, TriggerPolicy policy) {
        var findings = new ArrayList<Violation>();
        var warnings = new ArrayList<Violation>();
        var places = new LinkedHashMap<String, String>();
        var files = new LinkedHashMap<String, TriggerFile>();
        var lint = new TriggerLint(surroundings, policy);
        for (int at = 0; at < triggers.size(); at++) {
            var place = "/triggers/" + at;
            switch (TriggerFile.read(triggers.get(at).toString())) {
                case Reading.Faulty(var violations) -> below(place, violations, findings);
                case Reading.Sound(var file) -> {
                    if (places.putIfAbsent(file.trigger().id(), place) != null) {
                        findings.add(new Violation(place + "/trigger", "is the name of another one too"));
                        continue;
                    }
                    below(place, FileLint.findings(file, lint), findings);
                    below(place, FileLint.warnings(file, lint), warnings);
                    files.put(file.trigger().id(), file);
                }
            }
        }
        FileLint.together(files.values(), new CatalogueLint(surroundings))
                .forEach((name, violations) -> below(places.getOrDefault(name, ""), violations, findings));
        var documents = new TreeMap<String, String>();
        files.forEach((name, file) -> documents.put(name, file.document().toString()));
        return new Submission(new Draft(documents), places, findings, warnings).weighed();
    }

    /**
     * With a list of schedules, each as its file would say it. One that is in force as it is was looked at when it came in force: that its
     * times are over since is no fault.
     */
    public Submission with(
            JsonNode schedules, Surroundings surroundings, SchedulePolicy policy, Draft inForce, Instant now) {
        var found = new ArrayList<>(findings);
        var documents = new TreeMap<>(draft.documents());
        var lint = new ScheduleLint(surroundings, policy);
        for (int at = 0; at < schedules.size(); at++) {
            var place = "/schedules/" + at;
            switch (ScheduleFile.read(schedules.get(at).toString())) {
                case ScheduleFile.Reading.Faulty(var violations) -> below(place, violations, found);
                case ScheduleFile.Reading.Sound(var file) -> {
                    var name = ScheduleCatalogue.PREFIX + file.schedule().id();
                    var document = file.document().toString();
                    if (documents.putIfAbsent(name, document) != null) {
                        found.add(new Violation(place + "/schedule", "is the name of another one too"));
                    }
                    if (!document.equals(inForce.documents().get(name))) {
                        below(place, lint.findings(file.schedule(), now), found);
                    }
                }
            }
        }
        return new Submission(new Draft(documents), places, found, warnings).weighed();
    }

    /** With the schedules of another draft, such as the one in force. */
    public Submission withSchedulesOf(Draft other) {
        var documents = new TreeMap<>(draft.documents());
        other.documents().forEach((name, document) -> {
            if (name.startsWith(ScheduleCatalogue.PREFIX)) {
                documents.put(name, document);
            }
        });
        return new Submission(new Draft(documents), places, findings, warnings).weighed();
    }

    /** With what is wrong with triggers by their names, as places in their files. */
    public Submission found(Map<String, List<Violation>> byName) {
        var found = new ArrayList<>(findings);
        new TreeMap<>(byName)
                .forEach((name, violations) -> below(places.getOrDefault(name, "/triggers"), violations, found));
        return new Submission(draft, places, found, warnings);
    }

    private Submission weighed() {
        var tooMuch = new Violation("/triggers", "come to more than can be in force together");
        if (findings.contains(tooMuch)
                || PackedDraft.write(draft).asByteArrayUnsafe().length <= PackedDraft.MOST_BYTES) {
            return this;
        }
        var more = new ArrayList<>(findings);
        more.add(tooMuch);
        return new Submission(draft, places, more, warnings);
    }

    private static void below(String place, List<Violation> violations, List<Violation> findings) {
        violations.forEach(violation -> findings.add(new Violation(place + violation.pointer(), violation.message())));
    }
}
