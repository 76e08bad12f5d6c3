package com.lifeverse.local.table.request;

import com.lifeverse.local.table.value.InvalidRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses the parameters that expressions have replaced, by name. */
public final class Legacy {
    private final List<String> given = new ArrayList<>(0);
    private final List<String> instead = new ArrayList<>(0);

    /** {@code parameter}, which the expression named by {@code replacement} has replaced. */
    public Legacy parameter(String parameter, boolean isGiven, String replacement) {
        if (isGiven) {
            given.add(parameter);
            if (!instead.contains(replacement)) {
                instead.add(replacement);
            }
        }
        return this;
    }

    /** As {@link #parameter(String, boolean, String)}, for a parameter that is given unless null. */
    public Legacy parameter(String parameter, @Nullable Object value, String replacement) {
        return parameter(parameter, value != null, replacement);
    }

    /** Refuses the request if it has such a parameter; {@code expressions} are those that it has besides. */
    void refuse(List<String> expressions) {
        if (given.isEmpty()) {
            return;
        }
        if (!expressions.isEmpty()) {
            throw new InvalidRequest("Can not use both expression and non-expression parameters in the same request: "
                    + "Non-expression parameters: {" + String.join(", ", given) + "} Expression parameters: {"
                    + String.join(", ", expressions) + "}");
        }
        throw new InvalidRequest("The legacy parameter" + (given.size() == 1 ? " " : "s ") + String.join(", ", given)
                + (given.size() == 1 ? " is" : " are") + " not held by the local tables; use "
                + String.join(" and ", instead));
    }
}
