package com.lifeverse.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import com.lifeverse.cdk.contract.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A synthesised assembly, made by the app itself from the repository's own files. */
public record Assembly(Path directory, Map<String, JsonNode> templates) {
    private static final Path TARGET = Path.of("target", "template-tests").toAbsolutePath();
    private static final Map<String, Assembly> MADE = new TreeMap<>();

    /** One resource of one template. */
    public record Resource(String stack, String id, JsonNode declaration) {
        public JsonNode properties() {
            return declaration.path("Properties");
        }

        @Override
        public String toString() {
            return stack + "/" + id;
        }
    }

    /** The assembly of a stage; made once, for a synthesis takes seconds. */
    public static synchronized Assembly of(StageSettings stage) {
        return MADE.computeIfAbsent(stage.name(), name -> {
            var out = TARGET.resolve(name);
            LifeVerseApp.synthesize(stage, repository(), out);
            return read(out);
        });
    }

    public static Assembly dev() {
        return of(StageSettings.dev());
    }

    /** The repository, with one small file instead of the functions' code, which is packaged after the tests. */
    public static SourceTree repository() {
        return new SourceTree(Path.of("..").toAbsolutePath().normalize(), code(TARGET.resolve("lambda")));
    }

    /** Makes a directory that passes for the functions' code. */
    public static Path code(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("code.txt"), "stands for classes and libraries\n");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Assembly read(Path directory) {
        var templates = new TreeMap<String, JsonNode>();
        try (var files = Files.newDirectoryStream(directory, "*.template.json")) {
            for (var file : files) {
                templates.put(file.getFileName().toString().replace(".template.json", ""), Documents.yaml(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Assembly(directory, templates);
    }

    public List<Resource> all(String type) {
        var found = new ArrayList<Resource>();
        templates.forEach((stack, template) -> template.path("Resources")
                .properties()
                .forEach(resource -> {
                    if (resource.getValue().path("Type").asText().equals(type)) {
                        found.add(new Resource(stack, resource.getKey(), resource.getValue()));
                    }
                }));
        return found;
    }

    /** The stacks that are deployed before that one. */
    public List<String> needs(String stack) {
        return Documents.yaml(directory.resolve("manifest.json"))
                .path("artifacts")
                .path(stack)
                .path("dependencies")
                .valueStream()
                .map(JsonNode::asText)
                .filter(artifact -> !artifact.endsWith(".assets"))
                .toList();
    }

    /** A copy that may be spoilt. */
    public Assembly copy() {
        var copies = new TreeMap<String, JsonNode>();
        templates.forEach((stack, template) -> copies.put(stack, template.deepCopy()));
        return new Assembly(directory, copies);
    }

    /** The resource of that type whose id begins so; the shortest, where another's goes on. */
    public Resource named(String type, String beginning) {
        return all(type).stream()
                .filter(each -> each.id().startsWith(beginning))
                .min(Comparator.comparingInt(each -> each.id().length()))
                .orElseThrow(() -> new AssertionError("there is no " + type + " " + beginning));
    }

    /** The one resource of that type in that stack. */
    public Resource only(String stack, String type) {
        var found =
                all(type).stream().filter(each -> each.stack().equals(stack)).toList();
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type + " in " + stack + " but there are " + found);
        }
        return found.getFirst();
    }
}
