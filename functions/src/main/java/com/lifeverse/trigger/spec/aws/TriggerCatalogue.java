package com.lifeverse.trigger.spec.aws;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Triggers that are in force together.
 *
 * @param files in the order of their names
 * @param unreadable names of those that this version of the code cannot read
 */
public record TriggerCatalogue(List<TriggerFile> files, List<String> unreadable) {
    /** Behind a trigger's name, it names what must not happen after what it is set off by. No name has a slash. */
    public static final String ABSENCE = "/absence";

    /** Behind a trigger's name, it names the version that is to follow. */
    public static final String NEXT = "/next";

    private static final String FOLDER = "/triggers/";

    public TriggerCatalogue {
        files = files.stream()
                .sorted(Comparator.comparing(file -> file.trigger().id()))
                .toList();
        unreadable = List.copyOf(unreadable);
    }

    /**
     * The triggers that {@code triggers/in-force.txt} names: in force until somebody publishes others.
     *
     * @throws IllegalStateException if one of them is missing or has not the right form; tests see to it that none is
     */
    public static TriggerCatalogue shipped() {
        var files = new ArrayList<TriggerFile>();
        for (var line : Resources.required(FOLDER + "in-force.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#") && isTrigger(line)) {
                files.add(file(line.strip()));
            }
        }
        return new TriggerCatalogue(files, List.of());
    }

    /**
     * Triggers that were published, by their names. What a later version of the code cannot read any more is left out: it is in
     * {@link #unreadable}, and holds up no other.
     */
    public static TriggerCatalogue of(Map<String, String> documents) {
        var files = new ArrayList<TriggerFile>();
        var unreadable = new TreeSet<String>();
        documents.forEach((name, document) -> {
            if (!isTrigger(name)) {
                return;
            }
            switch (TriggerFile.read(document)) {
                case Reading.Sound(var file) -> files.add(file);
                case Reading.Faulty _ -> unreadable.add(name);
            }
        });
        return new TriggerCatalogue(files, List.copyOf(unreadable));
    }

    /** The trigger of this name; empty if none is in force. */
    public Optional<TriggerFile> find(String id) {
        return files.stream().filter(file -> file.trigger().id().equals(id)).findFirst();
    }

    /** Changes exactly when a trigger does. */
    public String revision() {
        var texts = files.stream().map(file -> file.document().toString()).toArray(String[]::new);
        return NameBasedId.of("", texts);
    }

    /**
     * An index over the patterns of all versions that are heard; that of what must not happen is named as its version, with {@link #ABSENCE}
     * behind it, and a version that is to follow as its trigger, with {@link #NEXT} behind it.
     */
    public TriggerIndex index() {
        var patterns = new LinkedHashMap<String, String>();
        files.forEach(file -> {
            add(patterns, file.trigger().id(), file);
            file.next().ifPresent(next -> add(patterns, file.trigger().id() + NEXT, next));
        });
        return new TriggerIndex(patterns);
    }

    private static void add(Map<String, String> patterns, String name, TriggerFile version) {
        if (!version.release().isHeard()) {
            return;
        }
        patterns.put(name, version.document().path("when").toString());
        if (version.trigger().window().measure() instanceof Measure.Absence) {
            patterns.put(
                    name + ABSENCE, version.document().at("/window/absence").toString());
        }
    }

    // What else is published along with triggers has a folder before its name.
    private static boolean isTrigger(String name) {
        return !name.contains("/");
    }

    private static TriggerFile file(String name) {
        return switch (TriggerFile.read(Resources.required(FOLDER + name + ".yaml"))) {
            case Reading.Sound(var file) -> file;
            case Reading.Faulty(var violations) ->
                throw new IllegalStateException("The trigger " + name + " has not the right form: " + violations);
        };
    }
}
