package com.lifeverse.local.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

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
}
