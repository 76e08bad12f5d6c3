package com.lifeverse.trigger.publish.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.lint.CatalogueLint;
import com.lifeverse.trigger.lint.Surroundings;
import com.lifeverse.trigger.lint.TriggerLint;
import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Triggers that somebody wants in force, with all that is wrong with them: their form, each by itself, and all together.
 *
 * @param draft those whose form is right
 * @param findings with pointers such as {@code /triggers/3/limits/perPlayer}; whoever has any is not published
 */
public record Submission(Draft draft, List<Violation> findings) {
    public Submission {
        findings = List.copyOf(findings);
    }

    /** Reads a list of triggers, each as its file would say it. */
    public static Submission read(JsonNode triggers, Surroundings surroundings, TriggerPolicy policy) {
        var findings = new ArrayList<Violation>();
        var places = new LinkedHashMap<String, String>();
        var documents = new TreeMap<String, String>();
        var read = new ArrayList<Trigger>();
        var lint = new TriggerLint(surroundings, policy);
        for (int at = 0; at < triggers.size(); at++) {
            var place = "/triggers/" + at;
            switch (TriggerFile.read(triggers.get(at).toString())) {
                case Reading.Faulty(var violations) -> below(place, violations, findings);
                case Reading.Sound(var file) -> {
                    var trigger = file.trigger();
                    if (places.putIfAbsent(trigger.id(), place) != null) {
                        findings.add(new Violation(place + "/trigger", "is the name of another one too"));
                        continue;
                    }
                    below(place, lint.findings(trigger), findings);
                    documents.put(trigger.id(), file.document().toString());
                    read.add(trigger);
                }
            }
        }
        new CatalogueLint(surroundings)
                .findings(read)
                .forEach((name, violations) -> below(places.getOrDefault(name, ""), violations, findings));
        var draft = new Draft(documents);
        if (PackedDraft.write(draft).asByteArrayUnsafe().length > PackedDraft.MOST_BYTES) {
            findings.add(new Violation("/triggers", "come to more than can be in force together"));
        }
        return new Submission(draft, findings);
    }

    private static void below(String place, List<Violation> violations, List<Violation> findings) {
        violations.forEach(violation -> findings.add(new Violation(place + violation.pointer(), violation.message())));
    }
}
