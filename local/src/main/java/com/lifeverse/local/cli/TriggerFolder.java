package com.lifeverse.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.local.kernel.InputFile;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The triggers of a folder, and the schedules of its folder {@code schedules}: those that its {@code in-force.txt} names, or all if
 * it has none.
 *
 * @param triggers in the order in which they are sent
 * @param schedules likewise; empty if it has no such folder, so that it says nothing about schedules
 */
record TriggerFolder(Sent triggers, Optional<Sent> schedules) {
    /**
     * Files of one kind.
     *
     * @param documents what each says
     */
    record Sent(List<Path> files, ArrayNode documents) {}

    private static final String SCHEDULES = "schedules";
    private static final String IN_FORCE = "in-force.txt";
    private static final Pattern NAME = Pattern.compile("(schedules/)?[a-z0-9]+(-[a-z0-9]+)*");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern PLACE = Pattern.compile("^/(triggers|schedules)/([0-9]+)");

    static TriggerFolder read(Path folder) throws IOException, Exit.Usage, Exit.Finding {
        if (!Files.isDirectory(folder)) {
            throw new Exit.Usage("'%s' is not a folder of triggers".formatted(folder));
        }
        var within = folder.resolve(SCHEDULES);
        var triggers = sent(files(folder, folder, ""));
        if (triggers.files().isEmpty() && !Files.exists(folder.resolve(IN_FORCE))) {
            throw new Exit.Usage("There is no trigger in '%s'; if none is to be in force, say so by an empty %s"
                    .formatted(folder, IN_FORCE));
        }
        return new TriggerFolder(
                triggers,
                Files.isDirectory(within)
                        ? Optional.of(sent(files(folder, within, SCHEDULES + "/")))
                        : Optional.empty());
    }

    /** Puts all into a request. */
    void into(ObjectNode asked) {
        asked.set("triggers", triggers.documents());
        schedules.ifPresent(sent -> asked.set(SCHEDULES, sent.documents()));
    }

    private static Sent sent(List<Path> files) throws IOException, Exit.Finding {
        var documents = Json.array();
        for (var file : files) {
            try {
                documents.add(YAML.readTree(InputFile.text(file)));
            } catch (JsonProcessingException e) {
                throw new Exit.Finding("%s is not YAML: %s".formatted(file, e.getOriginalMessage()));
            }
        }
        return new Sent(files, documents);
    }

    /** A place in what was sent as one in a file, such as {@code first-win.yaml/limits}. */
    String place(String pointer) {
        Matcher place = PLACE.matcher(pointer);
        if (!place.find()) {
            return pointer;
        }
        boolean trigger = place.group(1).equals("triggers");
        var file = (trigger ? triggers : schedules.orElse(triggers)).files().get(Integer.parseInt(place.group(2)));
        return (trigger ? "" : SCHEDULES + "/") + file.getFileName() + pointer.substring(place.end());
    }

    /** The files of {@code within} that the folder has in force. */
    private static List<Path> files(Path folder, Path within, String before) throws IOException, Exit.Finding {
        var named = folder.resolve(IN_FORCE);
        if (Files.exists(named)) {
            var names = InputFile.text(named)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            for (var name : names) {
                if (!NAME.matcher(name).matches() || !Files.exists(folder.resolve(name + ".yaml"))) {
                    throw new Exit.Finding(
                            "%s names %s, and there is no such file in this folder".formatted(named, name));
                }
            }
            return names.stream()
                    .filter(name -> before.isEmpty() ? !name.contains("/") : name.startsWith(before))
                    .map(name -> folder.resolve(name + ".yaml"))
                    .toList();
        }
        try (var all = Files.list(within)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
