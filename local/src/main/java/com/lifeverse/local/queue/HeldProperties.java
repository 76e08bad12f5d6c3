package com.lifeverse.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.UnsupportedProperty;
import java.util.Set;

/**
 * Which properties of a resource type are held locally, and which are knowingly passed over. All others are refused by
 * name, so that nothing of a template is skipped in silence.
 *
 * @param held properties that mean the same here as on AWS
 * @param withoutMeaning properties that change nothing on one machine, such as encryption at rest and tags
 */
public record HeldProperties(Set<String> held, Set<String> withoutMeaning) {
    public HeldProperties {
        held = Set.copyOf(held);
        withoutMeaning = Set.copyOf(withoutMeaning);
    }

    /**
     * Checks all properties of a resource.
     *
     * @throws UnsupportedProperty naming the first property that is in neither list
     */
    public void check(Declaration declaration) {
        check(declaration, "", declaration.properties());
    }

    /** As {@link #check(Declaration)}, for the object at {@code path} (such as {@code Targets[0].}) in it. */
    public void check(Declaration declaration, String path, JsonNode object) {
        for (var property : object.properties()) {
            var name = property.getKey();
            if (!held.contains(name) && !withoutMeaning.contains(name)) {
                throw new UnsupportedProperty(declaration, path + name, "the stack does not act on it");
            }
        }
    }
}
