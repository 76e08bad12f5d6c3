package com.lifeverse.platform.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import java.util.Arrays;
import java.util.List;

/**
 * A person of the staff, as the token that the gateway has checked says.
 *
 * @param name for the log of what was done by whom
 * @param roles the groups of the staff pool
 */
public record StaffCaller(String name, List<String> roles) {
    private static final List<String> ALL = List.of("viewer", "author", "approver", "operator");

    public StaffCaller {
        roles = List.copyOf(roles);
    }

    /**
     * The caller, who has one of these roles.
     *
     * @throws Refused if not
     */
    public static StaffCaller with(HttpRequest request, List<String> enough) {
        // The gateway hands a list claim over as text: [viewer author].
        var groups = request.claim("cognito:groups").orElse("").replace("[", "").replace("]", "");
        var roles = Arrays.stream(groups.split("[ ,]+")).filter(ALL::contains).toList();
        if (roles.stream().noneMatch(enough::contains)) {
            throw new Refused(Problem.ROLE_REQUIRED, "Ask for one of the groups " + String.join(", ", enough) + ".");
        }
        return new StaffCaller(request.claim("username").orElse("unnamed"), roles);
    }

    /** The caller, who has any role. */
    public static StaffCaller any(HttpRequest request) {
        return with(request, ALL);
    }

    /** The caller, who may change what players notice. */
    public static StaffCaller operator(HttpRequest request) {
        return with(request, List.of("operator"));
    }
}
