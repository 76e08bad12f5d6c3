package com.lifeverse.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The triggers of a folder: those that its {@code in-force.txt} names, or all if it has none.
 *
 * @param files in the order in which they are sent
 * @param documents what each says
 */
record TriggerFolder(List<Path> files, ArrayNode documents) {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern PLACE = Pattern.compile("^/triggers/([0-9]+)");

    static TriggerFolder read(Path folder) throws IOException, Exit.Usage, Exit.Finding {
        if (!Files.isDirectory(folder)) {
            throw new Exit.Usage("'%s' is not a folder of triggers".formatted(folder));
        }
        var files = files(folder);
        var documents = Json.array();
        for (var file : files) {
            try {
                documents.add(YAML.readTree(Files.readString(file)));
            } catch (JsonProcessingException e) {
                throw new Exit.Finding("%s is not YAML: %s".formatted(file, e.getOriginalMessage()));
            }
        }
        return new TriggerFolder(files, documents);
    }

    /** A place in what was sent as one in a file, such as {@code first-win.yaml/limits}. */
    String place(String pointer) {
        Matcher place = PLACE.matcher(pointer);
        return place.find()
                ? files.get(Integer.parseInt(place.group(1))).getFileName() + pointer.substring(place.end())
                : pointer;
    }

    private static List<Path> files(Path folder) throws IOException {
        var named = folder.resolve("in-force.txt");
        if (Files.exists(named)) {
            return Files.readAllLines(named).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(name -> folder.resolve(name + ".yaml"))
                    .toList();
        }
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
