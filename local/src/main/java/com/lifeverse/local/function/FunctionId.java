package com.lifeverse.local.function;

import com.lifeverse.local.kernel.Cloud;
import java.util.Optional;

/**
 * Which function, and which version of it, somebody means.
 *
 * @param qualifier an alias, a version or {@code $LATEST}; empty if the caller named none
 */
public record FunctionId(String name, Optional<String> qualifier) {
    private static final String KIND = "function:";

    /** Reads an ARN, a partial ARN or a name, each with or without qualifier. */
    public static FunctionId parse(String arnOrName) {
        int kind = arnOrName.indexOf(KIND);
        var rest = kind < 0 ? arnOrName : arnOrName.substring(kind + KIND.length());
        int colon = rest.indexOf(':');
        return colon < 0
                ? new FunctionId(rest, Optional.empty())
                : new FunctionId(rest.substring(0, colon), Optional.of(rest.substring(colon + 1)));
    }

    /** The same function by another qualifier. */
    public FunctionId qualifiedBy(String other) {
        return new FunctionId(name, Optional.of(other));
    }

    public String arn() {
        return Cloud.arn("lambda", KIND + name + qualifier.map(q -> ":" + q).orElse(""));
    }
}
