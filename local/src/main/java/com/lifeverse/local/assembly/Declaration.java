package com.lifeverse.local.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * One resource as a template declares it, all references already answered.
 *
 * @param stack the stack's name, for errors
 * @param logicalId the resource's name in its template
 * @param type such as {@code AWS::SQS::Queue}
 * @param properties its properties, without intrinsic functions
 * @param assembly the assembly's directory, for assets
 */
public record Declaration(String stack, String logicalId, String type, JsonNode properties, Path assembly) {
    /** The name a resource gets when its template gives none: stable from run to run. */
    public String generatedName() {
        return stack + "-" + logicalId;
    }

    /** The name that the property {@code property} states, else the generated one. */
    public String nameFrom(String property) {
        return properties.path(property).asText(generatedName());
    }

    /**
     * Refuses every property that is not among {@code held}.
     *
     * @throws UnsupportedProperty naming the first such property
     */
    public void holdOnly(Set<String> held) {
        properties.fieldNames().forEachRemaining(property -> {
            if (!held.contains(property)) {
                throw new UnsupportedProperty(this, property, "known are " + new TreeSet<>(held));
            }
        });
    }
}
