package com.lifeverse.local.assembly.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.lifeverse.local.kernel.Cloud;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One stack as its template states it, references still open.
 *
 * @param name the stack's name
 * @param assembly the directory that holds the stack's template and asset manifest
 * @param template the whole template
 * @param dependencies names of the artifacts that the manifest wants deployed before it
 */
public record Stack(String name, Path assembly, JsonNode template, Set<String> dependencies) {
    /** The type that the toolkit adds for its own statistics; it stands for nothing. */
    private static final String TOOLKIT_METADATA = "AWS::CDK::Metadata";

    /**
     * One resource of the template.
     *
     * @param properties with intrinsic functions; an empty object if the template states none
     */
    public record Resource(
            String logicalId, String type, JsonNode properties, Set<String> dependsOn, Optional<String> condition) {}

    /** One output of the template, both values with intrinsic functions. */
    public record Output(String name, JsonNode value, Optional<JsonNode> exportName, Optional<String> condition) {}

    /** The resources by logical id, in the template's order. */
    public Map<String, Resource> resources() {
        var resources = new LinkedHashMap<String, Resource>();
        template.path("Resources").properties().forEach(entry -> {
            var node = entry.getValue();
            if (!node.path("Type").asText().equals(TOOLKIT_METADATA)) {
                resources.put(entry.getKey(), resource(entry.getKey(), node));
            }
        });
        return resources;
    }

    /** The outputs, in the template's order. */
    public Map<String, Output> outputs() {
        var outputs = new LinkedHashMap<String, Output>();
        template.path("Outputs").properties().forEach(entry -> {
            var node = entry.getValue();
            outputs.put(
                    entry.getKey(),
                    new Output(
                            entry.getKey(),
                            node.path("Value"),
                            Optional.ofNullable(node.path("Export").get("Name")),
                            Optional.ofNullable(node.get("Condition")).map(JsonNode::asText)));
        });
        return outputs;
    }

    /** The stack's id: an ARN, the same from run to run. */
    public String id() {
        return id(name);
    }

    /** The id of the stack of that name. */
    public static String id(String name) {
        var stable = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return Cloud.arn("cloudformation", "stack/" + name + "/" + stable);
    }

    /** The default of a parameter, which is its value here: nobody is there to give another. */
    Optional<JsonNode> parameter(String parameter) {
        return Optional.ofNullable(template.path("Parameters").path(parameter).get("Default"));
    }

    private static Resource resource(String logicalId, JsonNode node) {
        var properties = node.path("Properties");
        return new Resource(
                logicalId,
                node.path("Type").asText(),
                properties.isMissingNode() ? JsonNodeFactory.instance.objectNode() : properties,
                texts(node.path("DependsOn")),
                Optional.ofNullable(node.get("Condition")).map(JsonNode::asText));
    }

    /** One text or a list of texts, as templates and manifests write either. */
    static Set<String> texts(JsonNode node) {
        var texts = new LinkedHashSet<String>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
