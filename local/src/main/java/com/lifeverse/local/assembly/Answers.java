package com.lifeverse.local.assembly;

import com.lifeverse.local.assembly.template.References;
import com.lifeverse.local.assembly.template.TemplateError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What has been made so far of one stack, and of those before it. */
final class Answers implements References {
    private final String stack;
    private final Map<String, Deployment.Stack> earlier;
    private final Map<String, String> exports;
    private final Map<String, Provisioned> made = new LinkedHashMap<>();

    Answers(String stack, Map<String, Deployment.Stack> earlier, Map<String, String> exports) {
        this.stack = stack;
        this.earlier = earlier;
        this.exports = exports;
    }

    void put(String logicalId, Provisioned provisioned) {
        made.put(logicalId, provisioned);
    }

    Map<String, Provisioned> made() {
        return made;
    }

    @Override
    public String ref(String logicalId) {
        return resource(logicalId).ref();
    }

    @Override
    public String attribute(String logicalId, String attribute) {
        var attributes = resource(logicalId).attributes();
        return Optional.ofNullable(attributes.get(attribute))
                .orElseThrow(() -> new TemplateError("%s of stack %s has no attribute %s here; it has %s"
                        .formatted(
                                logicalId,
                                stack,
                                attribute,
                                attributes.keySet().stream().sorted().toList())));
    }

    @Override
    public String exported(String name) {
        return Optional.ofNullable(exports.get(name))
                .orElseThrow(() -> new TemplateError(
                        "Stack %s imports %s, which no stack before it exports".formatted(stack, name)));
    }

    @Override
    public String output(String other, String output) {
        return Optional.ofNullable(earlier.get(other))
                .map(Deployment.Stack::outputs)
                .map(outputs -> outputs.get(output))
                .orElseThrow(() -> new TemplateError(
                        "Stack %s asks for output %s of stack %s, which is not there".formatted(stack, output, other)));
    }

    private Provisioned resource(String logicalId) {
        return Optional.ofNullable(made.get(logicalId))
                .orElseThrow(() ->
                        new TemplateError("Stack %s refers to %s, which is not in it".formatted(stack, logicalId)));
    }
}
