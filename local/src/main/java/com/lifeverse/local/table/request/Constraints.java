package com.lifeverse.local.table.request;

import com.lifeverse.local.table.value.InvalidRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects where a request breaks the constraints of the service's model, and tells all of it at once as AWS does. */
public final class Constraints {
    private static final int MAX_TOLD = 10;
    private static final int MIN_NAME = 3;
    private static final int MAX_NAME = 255;
    private static final String NAME_PATTERN = "[a-zA-Z0-9_.-]+";
    private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

    private static final List<String> CAPACITY = List.of("INDEXES", "TOTAL", "NONE");
    private static final List<String> METRICS = List.of("SIZE", "NONE");
    private static final List<String> RETURN_VALUES =
            List.of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
    private static final List<String> ON_FAILURE = List.of("ALL_OLD", "NONE");

    private final List<String> broken = new ArrayList<>(0);

    /** Refuses the request if it breaks a constraint. */
    public void check() {
        if (broken.isEmpty()) {
            return;
        }
        var told = broken.subList(0, Math.min(MAX_TOLD, broken.size()));
        throw new InvalidRequest(told.size() + (told.size() == 1 ? " validation error" : " validation errors")
                + " detected: " + String.join("; ", told));
    }

    /** The name of the table to read or write, or its ARN. Of a request with an empty one nothing else is told. */
    public Constraints table(@Nullable String name) {
        if (name != null && name.isEmpty()) {
            broken.clear();
            unshown("TableName", "have length greater than or equal to 1").check();
        }
        return name != null && name.startsWith("arn:") ? this : name("tableName", name);
    }

    /** A name that must be there; of an empty one no more is told than that. */
    public Constraints name(String path, @Nullable String name) {
        if (name == null || name.isEmpty()) {
            return name == null ? notNull(path, null) : broken(path, name, "have length greater than or equal to 1");
        }
        return pattern(path, name).length(path, name, MIN_NAME, MAX_NAME);
    }

    /** A name that may be left out. */
    public Constraints optionalName(String path, @Nullable String name) {
        return name == null ? this : name(path, name);
    }

    /** A name of any length. */
    public Constraints pattern(String path, String name) {
        return NAME.matcher(name).matches()
                ? this
                : broken(path, name, "satisfy regular expression pattern: " + NAME_PATTERN);
    }

    public Constraints length(String path, String text, int min, int max) {
        if (text.length() < min) {
            return broken(path, text, "have length greater than or equal to " + min);
        }
        return text.length() <= max ? this : broken(path, text, "have length less than or equal to " + max);
    }

    public Constraints notNull(String path, @Nullable Object value) {
        return given(path, value != null);
    }

    /** A list or map that must be there; the SDK shows an absent one as empty. */
    public Constraints given(String path, boolean isGiven) {
        return isGiven ? this : broken(path, null, "not be null");
    }

    public Constraints size(String path, Collection<?> elements, int min, int max) {
        if (elements.size() < min) {
            return broken(path, elements, "have length greater than or equal to " + min);
        }
        return elements.size() <= max ? this : broken(path, elements, "have length less than or equal to " + max);
    }

    public Constraints atLeast(String path, @Nullable Number value, long min) {
        return value == null || value.longValue() >= min
                ? this
                : broken(path, value, "have value greater than or equal to " + min);
    }

    public Constraints atMost(String path, @Nullable Number value, long max) {
        return value == null || value.longValue() <= max
                ? this
                : broken(path, value, "have value less than or equal to " + max);
    }

    /** How much of a query is wanted at once. */
    public Constraints limit(@Nullable Integer value) {
        return value == null || value >= 1 ? this : unshown("Limit", "have value greater than or equal to 1");
    }

    /** One of some names, or none given. */
    public Constraints oneOf(String path, @Nullable String value, List<String> allowed) {
        return value == null || allowed.contains(value)
                ? this
                : broken(path, value, "satisfy enum value set: [" + String.join(", ", allowed) + "]");
    }

    public Constraints capacity(@Nullable String value) {
        return oneOf("returnConsumedCapacity", value, CAPACITY);
    }

    public Constraints metrics(@Nullable String value) {
        return oneOf("returnItemCollectionMetrics", value, METRICS);
    }

    public Constraints returnValues(@Nullable String value) {
        return oneOf("returnValues", value, RETURN_VALUES);
    }

    public Constraints onFailure(String path, @Nullable String value) {
        return oneOf(path, value, ON_FAILURE);
    }

    /** The tables of a batch, which must have names. */
    public Constraints batch(boolean isGiven, Map<String, ?> byTable) {
        given("requestItems", isGiven);
        for (var name : byTable.keySet()) {
            boolean fits = NAME.matcher(name).matches() && name.length() >= MIN_NAME && name.length() <= MAX_NAME;
            if (!fits && !name.startsWith("arn:")) {
                broken.add("Value '" + byTable + "' at 'requestItems' failed to satisfy constraint: "
                        + "Map keys must satisfy constraint: [Member must have length less than or equal to "
                        + MAX_NAME + ", Member must have length greater than or equal to " + MIN_NAME
                        + ", Member must satisfy regular expression pattern: " + NAME_PATTERN + "]");
            }
        }
        return this;
    }

    /** Refuses a batch of no tables, which AWS looks at after all else. */
    public static void requireEntries(String operation, Map<String, ?> byTable) {
        if (byTable.isEmpty()) {
            throw new InvalidRequest("The requestItems parameter is required for " + operation);
        }
    }

    /** How many entries each table of a batch may have. */
    public Constraints entries(Map<String, ? extends Collection<?>> byTable, int max) {
        for (var entries : byTable.values()) {
            if (entries.isEmpty() || entries.size() > max) {
                broken.add("Value '" + byTable + "' at 'requestItems' failed to satisfy constraint: "
                        + "Map value must satisfy constraint: [Member must have length less than or equal to " + max
                        + ", Member must have length greater than or equal to 1]");
            }
        }
        return this;
    }

    /** How many keys a batch may ask for of one table. */
    public Constraints keys(String table, Collection<?> keys, int max) {
        if (!keys.isEmpty() && keys.size() <= max) {
            return this;
        }
        return unshown(
                "RequestItems." + table + ".member.Keys",
                keys.isEmpty() ? "have length greater than or equal to 1" : "have length less than or equal to " + max);
    }

    private Constraints unshown(String path, String rule) {
        broken.add("Value at '" + path + "' failed to satisfy constraint: Member must " + rule);
        return this;
    }

    /** Notes that {@code value} breaks {@code rule}. */
    public Constraints broken(String path, @Nullable Object value, String rule) {
        var shown = value == null ? "null" : "'" + value + "'";
        broken.add("Value " + shown + " at '" + path + "' failed to satisfy constraint: Member must " + rule);
        return this;
    }
}
