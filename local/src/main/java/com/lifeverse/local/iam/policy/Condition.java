package com.lifeverse.local.iam.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One line of a condition block. It holds if the request has the key and any of the values fits; a negated one also if
 * the request has no such key.
 */
record Condition(Operator operator, String key, List<String> values) {
    /** The keys that requests here can have. Any other would silently never hold, so it is refused. */
    private static final Set<String> KEYS = Set.of(
            "aws:sourcearn",
            "aws:sourceaccount",
            "aws:principalarn",
            "aws:principalaccount",
            "aws:requestedregion",
            "aws:securetransport");

    /** The operators that are evaluated, by the names that policies use. */
    enum Operator {
        STRING_EQUALS("StringEquals", false),
        STRING_NOT_EQUALS("StringNotEquals", true),
        STRING_LIKE("StringLike", false),
        STRING_NOT_LIKE("StringNotLike", true),
        ARN_EQUALS("ArnEquals", false),
        ARN_LIKE("ArnLike", false),
        ARN_NOT_LIKE("ArnNotLike", true),
        BOOL("Bool", false);

        private final String written;
        private final boolean negated;

        Operator(String written, boolean negated) {
            this.written = written;
            this.negated = negated;
        }

        private boolean fits(String expected, String actual) {
            return switch (this) {
                case STRING_EQUALS, STRING_NOT_EQUALS -> expected.equals(actual);
                case BOOL -> expected.equalsIgnoreCase(actual);
                case STRING_LIKE, STRING_NOT_LIKE, ARN_EQUALS, ARN_LIKE, ARN_NOT_LIKE ->
                    new Glob(expected).matches(actual);
            };
        }
    }

    static List<Condition> parse(JsonNode block) {
        var conditions = new ArrayList<Condition>();
        block.properties()
                .forEach(operator -> operator.getValue()
                        .properties()
                        .forEach(line -> conditions.add(new Condition(
                                operator(operator.getKey()), key(line.getKey()), Statement.texts(line.getValue())))));
        return List.copyOf(conditions);
    }

    boolean holds(Request request) {
        var actual = request.value(key);
        if (actual.isEmpty()) {
            return operator.negated;
        }
        boolean any = values.stream().anyMatch(value -> operator.fits(value, actual.orElseThrow()));
        return any != operator.negated;
    }

    private static Operator operator(String written) {
        for (var operator : Operator.values()) {
            if (operator.written.equals(written)) {
                return operator;
            }
        }
        throw new UnsupportedPolicy("The condition operator " + written + " is not evaluated locally");
    }

    private static String key(String written) {
        if (!KEYS.contains(written.toLowerCase(Locale.ROOT))) {
            throw new UnsupportedPolicy("The condition key " + written + " is not known locally");
        }
        return written;
    }
}
