package com.lifeverse.local.workflow;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.UnsupportedProperty;
import java.util.Set;

/** What the resource types here ask of a declaration. */
final class Properties {
    private Properties() {}

    /** Names a property that is neither held nor known to have no local meaning. */
    static void refuseOthers(Declaration declaration, Set<String> held, Set<String> meaningless) {
        declaration.properties().fieldNames().forEachRemaining(property -> {
            if (!held.contains(property) && !meaningless.contains(property)) {
                throw new UnsupportedProperty(declaration, property, "no such behaviour");
            }
        });
    }

    static String text(Declaration declaration, String property) {
        var value = declaration.properties().path(property);
        if (!value.isTextual()) {
            throw new UnsupportedProperty(declaration, property, "a text has to be given");
        }
        return value.textValue();
    }
}
