package com.lifeverse.trigger.publish.aws;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.lint.CatalogueLint;
import com.lifeverse.trigger.lint.TriggerLint;
import com.lifeverse.trigger.lint.VersionLint;
import com.lifeverse.trigger.spec.Release.Stage;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Triggers' files held against the lint with all their versions, each finding with its place in the file. */
public final class FileLint {
    private FileLint() {}

    /** What is wrong with a file by itself. */
    public static List<Violation> findings(TriggerFile file, TriggerLint lint) {
        var findings = new LinkedHashSet<>(VersionLint.findings(file.versions()));
        findings.addAll(lint.findings(file.trigger()));
        // What is wrong with the trigger itself, and not said otherwise, is found once.
        file.next().ifPresent(next -> findings.addAll(file.nextPointers().of(lint.findings(next.trigger()))));
        return List.copyOf(findings);
    }

    /** What the authors of a file should know, though it may be in force. */
    public static List<Violation> warnings(TriggerFile file, TriggerLint lint) {
        var warnings = new LinkedHashSet<>(lint.warnings(file.trigger()));
        file.next().ifPresent(next -> warnings.addAll(file.nextPointers().of(lint.warnings(next.trigger()))));
        return List.copyOf(warnings);
    }

    /** What is wrong with all of them together, by the triggers' names. What is retired causes nothing. */
    public static Map<String, List<Violation>> together(Collection<TriggerFile> files, CatalogueLint lint) {
        var versions = new ArrayList<Trigger>();
        files.forEach(file -> file.all().stream()
                .filter(version -> !isRetired(version))
                .map(TriggerFile::trigger)
                .forEach(versions::add));
        var found = lint.findings(versions);
        var byName = new LinkedHashMap<String, List<Violation>>();
        for (var file : files) {
            Set<Violation> findings = new LinkedHashSet<>(found.getOrDefault(file.trigger(), List.of()));
            file.next()
                    .map(next -> found.getOrDefault(next.trigger(), List.of()))
                    .ifPresent(ofNext -> findings.addAll(file.nextPointers().of(ofNext)));
            if (!findings.isEmpty()) {
                byName.put(file.trigger().id(), List.copyOf(findings));
            }
        }
        return byName;
    }

    private static boolean isRetired(TriggerFile file) {
        return file.release().stage() == Stage.RETIRED;
    }
}
