package com.lifeverse.trigger.schedule.aws;

import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.trigger.schedule.aws.ScheduleFile.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Schedules that are in force together.
 *
 * @param files in the order of their names
 */
public record ScheduleCatalogue(List<ScheduleFile> files) {
    /** Before a schedule's name where it stands among triggers. No trigger's name has a slash. */
    public static final String PREFIX = "schedules/";

    public ScheduleCatalogue {
        files = files.stream()
                .sorted(Comparator.comparing(file -> file.schedule().id()))
                .toList();
    }

    /**
     * The schedules that {@code triggers/in-force.txt} names: in force until somebody publishes others.
     *
     * @throws IllegalStateException if one of them is missing or has not the right form; tests see to it that none is
     */
    public static ScheduleCatalogue shipped() {
        var files = new ArrayList<ScheduleFile>();
        ShippedFiles.required("/triggers/in-force.txt")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith(PREFIX))
                .map(name -> switch (ScheduleFile.read(ShippedFiles.required("/triggers/" + name + ".yaml"))) {
                    case Reading.Sound(var file) -> file;
                    case Reading.Faulty(var violations) ->
                        throw new IllegalStateException("The file " + name + " has not the right form: " + violations);
                })
                .forEach(files::add);
        return new ScheduleCatalogue(files);
    }

    /** Those among published documents. What this version of the code cannot read is left out, and holds up no other. */
    public static ScheduleCatalogue of(Map<String, String> documents) {
        var files = new ArrayList<ScheduleFile>();
        documents.forEach((name, document) -> {
            if (name.startsWith(PREFIX) && ScheduleFile.read(document) instanceof Reading.Sound(var file)) {
                files.add(file);
            }
        });
        return new ScheduleCatalogue(files);
    }

    /** What their files say, by the names under which they are published. */
    public Map<String, String> documents() {
        var documents = new TreeMap<String, String>();
        files.forEach(file ->
                documents.put(PREFIX + file.schedule().id(), file.document().toString()));
        return documents;
    }

    /** The schedule of this name; empty if none is in force. */
    public Optional<ScheduleFile> find(String id) {
        return files.stream().filter(file -> file.schedule().id().equals(id)).findFirst();
    }
}
