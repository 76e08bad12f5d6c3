package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import java.util.List;

/** One compiled keyword. It says nothing about values of a type that it is not for, as JSON Schema has it. */
@FunctionalInterface
interface Rule {
    /** Adds what is wrong with {@code value}, which stands at {@code pointer}. */
    void check(JsonNode value, String pointer, List<Violation> found);

    /** A pointer to a member or element below {@code pointer} (RFC 6901). */
    static String below(String pointer, String step) {
        return pointer + "/" + step.replace("~", "~0").replace("/", "~1");
    }
}
