package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A compiled JSON Schema (draft 2020-12) of this subset: {@code type} (one name), {@code required}, {@code properties},
 * {@code additionalProperties: false}, {@code items}, {@code enum}, {@code const}, {@code minimum}, {@code maximum},
 * {@code minLength}, {@code maxLength}, {@code pattern}, {@code minItems}, {@code maxItems} and {@code format: date-time},
 * which is asserted. Immutable; checks of a value take time linear in its size.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation">JSON Schema Validation</a>
 */
public final class Schema {
    private final List<Rule> rules;

    private Schema(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Compiles a schema.
     *
     * @throws UnsupportedSchema naming the first keyword that is outside the subset or has a value that makes no sense
     */
    public static Schema compile(JsonNode schema) {
        return compile(schema, "");
    }

    static Schema compile(JsonNode schema, String pointer) {
        if (!(schema instanceof ObjectNode keywords)) {
            throw new UnsupportedSchema(pointer, "a schema must be an object");
        }
        var rules = new ArrayList<Rule>();
        for (var keyword : keywords.properties()) {
            Optional<Rule> rule = Keywords.compile(
                    keyword.getKey(), keyword.getValue(), keywords, Rule.below(pointer, keyword.getKey()));
            rule.ifPresent(rules::add);
        }
        return new Schema(rules);
    }

    /** What is wrong with a document, each with its place in it; empty if nothing is. */
    public List<Violation> violations(JsonNode document) {
        return violations(document, "");
    }

    /** As {@link #violations(JsonNode)}, for a value that stands at {@code pointer} of a larger document. */
    public List<Violation> violations(JsonNode value, String pointer) {
        var found = new ArrayList<Violation>();
        check(value, pointer, found);
        return List.copyOf(found);
    }

    void check(JsonNode value, String pointer, List<Violation> found) {
        for (var rule : rules) {
            rule.check(value, pointer, found);
        }
    }
}
