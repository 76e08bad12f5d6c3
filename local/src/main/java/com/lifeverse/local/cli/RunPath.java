package com.lifeverse.local.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where runs are on a stack. */
final class RunPath {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private RunPath() {}

    /**
     * All of a workflow.
     *
     * @throws Exit.Usage if it cannot be the name of one
     */
    static String of(String workflow) throws Exit.Usage {
        return "/v1/workflows/%s/runs".formatted(name("workflow", workflow));
    }

    /**
     * One of them.
     *
     * @throws Exit.Usage if there can be none of these names
     */
    static String of(String workflow, String run) throws Exit.Usage {
        return of(workflow) + "/" + name("run", run);
    }

    static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String name(String what, String name) throws Exit.Usage {
        if (!NAME.matcher(name).matches()) {
            throw new Exit.Usage("'%s' is not the name of a %s".formatted(name, what));
        }
        return name;
    }
}
