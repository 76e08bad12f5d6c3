package com.lifeverse.local.workflow.lint;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.language.ErrorNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What can be wrong with the retriers and catchers of one state. */
final class HandlerChecks {
    /** The names that Step Functions itself gives to errors, and the wildcards. */
    private static final Set<String> OF_STATES = Set.of(
            ErrorNames.ALL,
            ErrorNames.TIMEOUT,
            ErrorNames.HEARTBEAT_TIMEOUT,
            ErrorNames.TASK_FAILED,
            ErrorNames.RUNTIME,
            ErrorNames.DATA_LIMIT,
            ErrorNames.QUERY,
            ErrorNames.NO_CHOICE,
            ErrorNames.TOLERANCE,
            ErrorNames.ITEM_READER,
            ErrorNames.RESULT_WRITER,
            "States.Permissions",
            "States.BranchFailed",
            "States.IntrinsicFailure",
            "States.ParameterPathFailure",
            "States.ResultPathMatchFailure",
            "States.Http.Socket");

    private final Station station;
    private final Consumer<Finding> found;

    HandlerChecks(Station station, Consumer<Finding> found) {
        this.station = station;
        this.found = found;
    }

    void run() {
        for (var kind : List.of("Retry", "Catch")) {
            var earlier = new ArrayList<ErrorNames>();
            var list = station.body().path(kind);
            for (int i = 0; i < list.size(); i++) {
                var pointer = station.pointer() + "/" + kind + "/" + i;
                var names = names(list.get(i));
                names.names().forEach(name -> name(pointer + "/ErrorEquals", kind, name, earlier));
                times(pointer, list.get(i));
                earlier.add(names);
            }
        }
    }

    private void name(String pointer, String kind, String name, List<ErrorNames> earlier) {
        if (name.startsWith("States.") && !OF_STATES.contains(name)) {
            found.accept(Finding.error("unknown-error-name", pointer, "Nothing ever fails with " + name));
        }
        if (name.equals(ErrorNames.RUNTIME) && kind.equals("Retry")) {
            found.accept(Finding.warning(
                    "never-retried", pointer, "An execution with " + name + " fails, whatever follows"));
        }
        if (!name.equals(ErrorNames.ALL) && earlier.stream().anyMatch(before -> before.match(name))) {
            found.accept(Finding.warning(
                    "unreachable-handler", pointer, "An earlier entry of this %s takes %s".formatted(kind, name)));
        }
    }

    private void times(String pointer, JsonNode entry) {
        var longest = entry.path("MaxDelaySeconds");
        if (longest.isNumber()
                && longest.asLong() < entry.path("IntervalSeconds").asLong(1)) {
            found.accept(Finding.warning(
                    "delay-below-interval",
                    pointer + "/MaxDelaySeconds",
                    "The longest delay is shorter than the first one"));
        }
    }

    private static ErrorNames names(JsonNode entry) {
        var names = new HashSet<String>();
        entry.path("ErrorEquals").forEach(name -> names.add(name.asText()));
        return new ErrorNames(List.copyOf(names));
    }
}
