package com.lifeverse.local.assembly;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an assembly.
 *
 * @param stacks by name, in the order they were made
 */
public record Deployment(Map<String, Stack> stacks) {
    /**
     * What became of one stack.
     *
     * @param resources by logical id, in the order they were made
     * @param outputs by name, exported or not
     */
    public record Stack(Map<String, Provisioned> resources, Map<String, String> outputs) {
        public Stack {
            resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }
    }

    public Deployment {
        stacks = Collections.unmodifiableMap(new LinkedHashMap<>(stacks));
    }

    public Optional<Provisioned> resource(String stack, String logicalId) {
        return Optional.ofNullable(stacks.get(stack)).map(Stack::resources).map(all -> all.get(logicalId));
    }

    public Optional<String> output(String stack, String name) {
        return Optional.ofNullable(stacks.get(stack)).map(Stack::outputs).map(all -> all.get(name));
    }
}
