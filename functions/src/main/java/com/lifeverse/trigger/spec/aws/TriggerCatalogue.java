package com.lifeverse.trigger.spec.aws;

import com.lifeverse.trigger.NameBasedId;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The triggers in force.
 *
 * @param files in the order of their names
 */
public record TriggerCatalogue(List<TriggerFile> files) {
    /** Behind a trigger's name, it names what must not happen after what it is set off by. No name has a slash. */
    public static final String ABSENCE = "/absence";

    private static final String FOLDER = "/triggers/";

    public TriggerCatalogue {
        files = files.stream()
                .sorted(Comparator.comparing(file -> file.trigger().id()))
                .toList();
    }

    /**
     * The triggers that {@code triggers/in-force.txt} names.
     *
     * @throws IllegalStateException if one of them is missing or has not the right form; tests see to it that none is
     */
    public static TriggerCatalogue inForce() {
        var files = new ArrayList<TriggerFile>();
        for (var line : Resources.required(FOLDER + "in-force.txt").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                files.add(file(line.strip()));
            }
        }
        return new TriggerCatalogue(files);
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

    /** An index over all their patterns; that of what must not happen is named as its trigger, with {@link #ABSENCE} behind it. */
    public TriggerIndex index() {
        var patterns = new LinkedHashMap<String, String>();
        files.forEach(file -> {
            patterns.put(file.trigger().id(), file.document().path("when").toString());
            if (file.trigger().window().measure() instanceof Measure.Absence) {
                patterns.put(
                        file.trigger().id() + ABSENCE,
                        file.document().at("/window/absence").toString());
            }
        });
        return new TriggerIndex(patterns);
    }

    private static TriggerFile file(String name) {
        return switch (TriggerFile.read(Resources.required(FOLDER + name + ".yaml"))) {
            case Reading.Sound(var file) -> file;
            case Reading.Faulty(var violations) ->
                throw new IllegalStateException("The trigger " + name + " has not the right form: " + violations);
        };
    }
}
