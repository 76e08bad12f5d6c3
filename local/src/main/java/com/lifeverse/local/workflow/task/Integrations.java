package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** All that tasks can call, chosen by the task's resource. */
public final class Integrations {
    private static final Pattern PATTERN = Pattern.compile("\\.(sync(:2)?|waitForTaskToken)$");

    private final List<TaskIntegration> all;

    public Integrations(List<TaskIntegration> all) {
        this.all = List.copyOf(all);
    }

    /** True if a task may have that resource. */
    public boolean serve(String resource) {
        var plain = plain(resource);
        return all.stream().anyMatch(each -> each.serves(plain) && (plain.equals(resource) || each.waits(resource)));
    }

    /**
     * Makes one attempt of a task.
     *
     * @throws TaskFailure with the error name that retriers and catchers go by
     */
    public JsonNode perform(TaskIntegration.Call call) {
        var plain = plain(call.resource());
        return all.stream()
                .filter(each -> each.serves(plain))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No integration serves " + call.resource()))
                .perform(call.to(plain));
    }

    /** True if the task is not over with the integration's answer. */
    public static boolean waits(String resource) {
        return PATTERN.matcher(resource).find();
    }

    private static String plain(String resource) {
        return PATTERN.matcher(resource).replaceFirst("");
    }
}
