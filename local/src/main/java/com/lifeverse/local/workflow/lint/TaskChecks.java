package com.lifeverse.local.workflow.lint;

import java.util.function.Consumer;
import java.util.function.Predicate;

/** What can be wrong with a Task apart from its expressions. */
final class TaskChecks {
    private static final String TOKEN = "Task.Token";

    private final Station station;
    private final Predicate<String> held;
    private final Consumer<Finding> found;

    /** Checks of {@code station}, where {@code held} knows the resources that a task can have. */
    TaskChecks(Station station, Predicate<String> held, Consumer<Finding> found) {
        this.station = station;
        this.held = held;
        this.found = found;
    }

    void run() {
        var body = station.body();
        var resource = body.path("Resource").asText();
        if (!resource.contains("${") && !held.test(resource)) {
            found.accept(Finding.error(
                    "unknown-integration", station.pointer() + "/Resource", "Nothing here serves " + resource));
        }
        if (!body.has("TimeoutSeconds")) {
            found.accept(Finding.warning(
                    "no-time-out", station.pointer(), "Without TimeoutSeconds a task may take for ever"));
        }
        if (body.path("Retry").isEmpty()) {
            found.accept(Finding.warning(
                    "no-retry", station.pointer(), "Without Retry one throttled or lost call fails the task for good"));
        }
        var heartbeat = body.path("HeartbeatSeconds");
        var whole = body.path("TimeoutSeconds");
        if (heartbeat.isNumber() && whole.isNumber() && heartbeat.asLong() >= whole.asLong()) {
            found.accept(Finding.error(
                    "heartbeat-after-time-out",
                    station.pointer() + "/HeartbeatSeconds",
                    "A heartbeat has to be due before the time-out"));
        }
        boolean waits = resource.endsWith(".waitForTaskToken");
        boolean hands = Formula.of(station).stream()
                .anyMatch(formula -> formula.field().equals("Arguments")
                        && formula.isExpression()
                        && formula.text().replaceAll("\\s", "").contains(TOKEN));
        if (waits && !hands) {
            found.accept(Finding.error(
                    "token-not-handed-over",
                    station.pointer() + "/Arguments",
                    "It waits for a token that it gives to nobody: hand over $states.context.Task.Token"));
        }
        if (hands && !waits) {
            found.accept(Finding.error(
                    "no-token-here",
                    station.pointer() + "/Arguments",
                    "There is a token only where the resource ends in .waitForTaskToken"));
        }
    }
}
