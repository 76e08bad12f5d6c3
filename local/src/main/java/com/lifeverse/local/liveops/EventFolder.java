package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.flag.Flags;
import com.lifeverse.liveops.flag.aws.FlagFile;
import com.lifeverse.liveops.lint.CatalogueLint;
import com.lifeverse.liveops.lint.EventLint;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.Finding.Severity;
import com.lifeverse.liveops.lint.FlagLint;
import com.lifeverse.local.kernel.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A folder of live events.
 *
 * @param entries its files, in the order of their names
 */
public record EventFolder(List<Entry> entries) {
    private static final String ENDING = ".yaml";

    /** What events of the folder can set. */
    private static final String FLAGS = "flags/flags.yaml";

    /**
     * One file.
     *
     * @param read what it says; empty if it has not the right form
     * @param findings what should be known of it, the worst first
     */
    public record Entry(Path path, Optional<LiveEventFile> read, List<Finding> findings) {
        public Entry {
            findings = List.copyOf(findings);
        }

        /** The event's name. */
        public String event() {
            return read.orElseThrow().event().id();
        }

        /** The file's content, as JSON. */
        public JsonNode document() {
            return read.orElseThrow().document();
        }

        /** True if the event can be taken. */
        public boolean isFine() {
            return findings.stream().noneMatch(Finding::isError);
        }
    }

    public EventFolder {
        entries = List.copyOf(entries);
    }

    /**
     * Reads and checks all files that end with {@code .yaml}; those of folders within are not the folder's.
     *
     * @param docs where runbooks are, beside the triggers; neither is looked for if it is empty
     */
    public static EventFolder read(Path folder, Optional<Path> docs, Instant now) throws IOException {
        var files = new ArrayList<Path>();
        try (var found = Files.list(folder)) {
            found.filter(file -> file.toString().endsWith(ENDING)).sorted().forEach(files::add);
        }
        var readings = new ArrayList<Reading>();
        for (var file : files) {
            readings.add(LiveEventFile.read(InputFile.text(file)));
        }
        var all = readings.stream()
                .flatMap(reading -> sound(reading).stream())
                .map(LiveEventFile::event)
                .toList();
        var declared = declared(folder);
        var lint = Vocabulary.lint().with(declared.flags());
        var entries = new ArrayList<Entry>();
        if (declared.findings().stream().anyMatch(Finding::isError)) {
            entries.add(new Entry(folder.resolve(FLAGS), Optional.empty(), declared.findings()));
        }
        for (int at = 0; at < files.size(); at++) {
            entries.add(entry(files.get(at), readings.get(at), all, docs, now, lint));
        }
        return new EventFolder(entries);
    }

    /** The same with what stands against its events beside their files. */
    public EventFolder on(PlanGround ground, Instant now) {
        var all = new ArrayList<Entry>();
        for (var entry : entries) {
            var findings = new ArrayList<>(entry.findings());
            entry.read().ifPresent(file -> findings.addAll(ground.findings(file.event(), this, now)));
            findings.sort(Comparator.comparing(Finding::severity));
            all.add(new Entry(entry.path(), entry.read(), findings));
        }
        return new EventFolder(all);
    }

    /** True if all of it can be taken. */
    public boolean isFine() {
        return entries.stream().allMatch(Entry::isFine);
    }

    /** What is declared, and what is wrong with it. */
    private record Declared(Flags flags, List<Finding> findings) {}

    /** The folder's own flags, or those that the code comes with. */
    private static Declared declared(Path folder) throws IOException {
        var file = folder.resolve(FLAGS);
        if (!Files.isRegularFile(file)) {
            return new Declared(FlagFile.shipped(), List.of());
        }
        return switch (FlagFile.read(InputFile.text(file))) {
            case FlagFile.Reading.Sound(var flags) ->
                new Declared(flags, FlagLint.findings(flags, Vocabulary.lint().patternFault()));
            case FlagFile.Reading.Faulty(var violations) ->
                new Declared(
                        Flags.NONE,
                        violations.stream()
                                .map(each -> new Finding(Severity.ERROR, "form", each.pointer(), each.message()))
                                .toList());
        };
    }

    private static Entry entry(
            Path file, Reading reading, List<LiveEvent> all, Optional<Path> docs, Instant now, EventLint lint) {
        var findings = new ArrayList<Finding>();
        switch (reading) {
            case Reading.Faulty(var violations) ->
                violations.forEach(
                        each -> findings.add(new Finding(Severity.ERROR, "form", each.pointer(), each.message())));
            case Reading.Sound(var sound) -> {
                var event = sound.event();
                try {
                    findings.addAll(lint.findings(event, now));
                    findings.addAll(CatalogueLint.findings(event, all, now));
                } catch (RuntimeException failure) {
                    // The other files should be read all the same.
                    findings.add(new Finding(Severity.ERROR, "not-reckoned", "", "cannot be checked: " + failure));
                }
                findings.addAll(place(file, event, docs));
            }
        }
        findings.sort(Comparator.comparing(Finding::severity));
        return new Entry(file, sound(reading), findings);
    }

    private static List<Finding> place(Path file, LiveEvent event, Optional<Path> docs) {
        var findings = new ArrayList<Finding>();
        var name = event.id() + ENDING;
        if (!file.endsWith(name)) {
            findings.add(new Finding(Severity.ERROR, "file-name", "/event", "must be in a file " + name));
        }
        var runbook = event.about().runbook();
        if (docs.isPresent() && !Files.isRegularFile(docs.get().resolve(runbook))) {
            findings.add(new Finding(Severity.ERROR, "no-runbook", "/runbook", "there is no docs/" + runbook));
        }
        event.progress()
                .map(LiveEvent.Progress::trigger)
                .filter(trigger -> docs.isPresent()
                        && !Files.isRegularFile(
                                docs.get().resolveSibling("triggers").resolve(trigger + ENDING)))
                .ifPresent(trigger -> findings.add(new Finding(
                        Severity.WARNING,
                        "dependency-missing",
                        "/progress/trigger",
                        "there is no triggers/%s%s: nobody makes progress unless it is published on the stage"
                                .formatted(trigger, ENDING))));
        return findings;
    }

    private static Optional<LiveEventFile> sound(Reading reading) {
        return switch (reading) {
            case Reading.Sound(var file) -> Optional.of(file);
            case Reading.Faulty _ -> Optional.empty();
        };
    }
}
