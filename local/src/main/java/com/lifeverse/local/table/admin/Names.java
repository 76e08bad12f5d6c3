package com.lifeverse.local.table.admin;

import com.lifeverse.local.table.value.InvalidRequest;
import org.jspecify.annotations.Nullable;

/** How the operations on whole tables look at a table's name: before all else, and in words of their own. */
final class Names {
    private static final int MIN = 3;
    private static final int MAX = 255;

    private Names() {}

    /** The name of a table that is to be made: of any length, for that is told with what else is wrong. */
    static String given(@Nullable String name) {
        if (name == null) {
            throw new InvalidRequest("The parameter 'TableName' is required but was not present in the request");
        }
        return name;
    }

    static String required(@Nullable String given) {
        var name = given(given);
        if (!name.startsWith("arn:") && (name.length() < MIN || name.length() > MAX)) {
            throw new InvalidRequest(
                    "TableName must be at least " + MIN + " characters long and at most " + MAX + " characters long");
        }
        return name;
    }

    static boolean isArn(String name) {
        return name.startsWith("arn:");
    }
}
