package com.lifeverse.local.assembly.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A cloud assembly on disk, as the CDK writes it, assemblies of stages inside it included.
 *
 * @param stacks every stack, those first that others depend on
 */
public record Assembly(List<Stack> stacks) {
    public Assembly {
        stacks = List.copyOf(stacks);
    }

    /**
     * Reads the assembly whose {@code manifest.json} is in {@code directory}.
     *
     * @throws TemplateError if there is none, or if its stacks depend on each other in a circle
     */
    public static Assembly in(Path directory) {
        var byArtifact = new LinkedHashMap<String, Stack>();
        collect(directory, byArtifact);
        var order = DependencyOrder.of("Stacks of " + directory, needs(byArtifact));
        return new Assembly(order.stream().flatMap(id -> stream(byArtifact, id)).toList());
    }

    /** A JSON file of the assembly. */
    static JsonNode read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new TemplateError("The assembly has no " + file);
        }
        try {
            return Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void collect(Path directory, Map<String, Stack> found) {
        read(directory.resolve("manifest.json")).path("artifacts").properties().forEach(artifact -> {
            var properties = artifact.getValue().path("properties");
            switch (artifact.getValue().path("type").asText()) {
                case "aws:cloudformation:stack" ->
                    found.put(
                            artifact.getKey(),
                            new Stack(
                                    properties.path("stackName").asText(artifact.getKey()),
                                    directory,
                                    read(directory.resolve(
                                            properties.path("templateFile").asText())),
                                    Stack.texts(artifact.getValue().path("dependencies"))));
                case "cdk:cloud-assembly" ->
                    collect(directory.resolve(properties.path("directoryName").asText()), found);
                // Asset manifests are read where an asset is asked for; the rest is for the toolkit's own use.
                default -> {}
            }
        });
    }

    // The manifest does not list a stack that is only referred to by a weak reference, so those are added.
    private static Map<String, Set<String>> needs(Map<String, Stack> byArtifact) {
        var artifactOf = new LinkedHashMap<String, String>();
        byArtifact.forEach((artifact, stack) -> artifactOf.put(stack.name(), artifact));
        var needs = new LinkedHashMap<String, Set<String>>();
        byArtifact.forEach((artifact, stack) -> {
            var all = new LinkedHashSet<>(stack.dependencies());
            stack.template().findValues("Fn::GetStackOutput").forEach(reference -> {
                var name = reference.path("StackName").asText();
                all.add(artifactOf.getOrDefault(name, name));
            });
            needs.put(artifact, all);
        });
        return needs;
    }

    private static Stream<Stack> stream(Map<String, Stack> stacks, String id) {
        return Stream.ofNullable(stacks.get(id));
    }
}
