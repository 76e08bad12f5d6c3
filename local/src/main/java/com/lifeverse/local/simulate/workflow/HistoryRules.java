package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One history: whole, in order, and every timer in it fired once, and in its time. */
final class HistoryRules {
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(60);
    private static final String REDRIVEN = "ExecutionRedriven";
    private static final String WAITING = "WaitStateEntered";
    private static final Set<String> ENDS =
            Set.of("ExecutionSucceeded", "ExecutionFailed", "ExecutionAborted", "ExecutionTimedOut");
    private static final Set<String> LEADS_TO_A_TRY = Set.of(
            "TaskStateEntered",
            "TaskFailed",
            "TaskTimedOut",
            "LambdaFunctionFailed",
            "LambdaFunctionTimedOut",
            REDRIVEN);

    private final String arn;
    private final List<HistoryEvent> history;
    private final Map<String, Integer> waits = new HashMap<>();
    private final Set<Long> waited = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    HistoryRules(Plan plan, String arn, List<HistoryEvent> history) {
        this.arn = arn;
        this.history = history;
        Stream.of(plan, Shapes.ERRAND).flatMap(each -> each.all().stream()).forEach(part -> {
            if (part instanceof Part.Rest rest) {
                waits.put(rest.name(), rest.seconds());
            }
        });
    }

    List<Violation> violations() {
        for (int i = 0; i < history.size(); i++) {
            var event = history.get(i);
            if (event.id() != i + 1 || event.previousEventId() < 0 || event.previousEventId() >= event.id()) {
                find("history-is-whole", event);
                return found;
            }
            if (i > 0) {
                follows(history.get(i - 1), event);
            }
            timed(event);
        }
        if (history.isEmpty()
                || !history.getFirst().type().equals("ExecutionStarted")
                || !ENDS.contains(history.getLast().type())) {
            found.add(Violation.inTheEnd("history-is-whole", arn + " has " + history.size() + " events"));
        }
        return found;
    }

    private void follows(HistoryEvent before, HistoryEvent event) {
        if (event.timestamp().isBefore(before.timestamp())) {
            find("history-is-whole", event);
        }
        if (ENDS.contains(before.type()) != event.type().equals(REDRIVEN)) {
            find("nothing-happens-after-the-end", event);
        }
    }

    private void timed(HistoryEvent event) {
        switch (event.type()) {
            case "WaitStateExited" -> waited(event);
            case "TaskScheduled", "LambdaFunctionScheduled" -> tried(event);
            case "TaskTimedOut", "LambdaFunctionTimedOut" -> {
                var since = Duration.between(scheduled(event).timestamp(), event.timestamp());
                if (since.compareTo(SHORTEST_LIMIT) < 0) {
                    find("no-timer-is-early", event);
                }
            }
            default -> {}
        }
    }

    private void waited(HistoryEvent exited) {
        var entered = before(exited);
        if (!entered.type().equals(WAITING)) {
            return;
        }
        var name = entered.details().at("/stateEnteredEventDetails/name").asText();
        inTime(exited, entered, Duration.ofSeconds(waits.getOrDefault(name, 0)));
        if (!waited.add(entered.id())) {
            find("a-timer-fires-once", exited);
        }
    }

    private void tried(HistoryEvent scheduled) {
        var cause = before(scheduled);
        if (!LEADS_TO_A_TRY.contains(cause.type())) {
            find("no-repeat-without-cause", scheduled);
        }
        if (error(cause).equals(Calls.FLAKY)) {
            int used = 0;
            for (var at = scheduled(cause); before(at).type().startsWith("Task"); at = scheduled(before(at))) {
                used += error(before(at)).equals(Calls.FLAKY) ? 1 : 0;
                if (before(at).type().equals("TaskStateEntered")) {
                    break;
                }
            }
            inTime(scheduled, cause, Duration.ofSeconds((long) Calls.FLAKY_DELAY << used));
        }
    }

    private void inTime(HistoryEvent event, HistoryEvent cause, Duration due) {
        var took = Duration.between(cause.timestamp(), event.timestamp());
        if (took.compareTo(due) < 0) {
            find("no-timer-is-early", event);
        }
        if (took.compareTo(due.plus(LATE)) > 0) {
            find("no-timer-is-late", event);
        }
    }

    /** The try that an event belongs to. */
    private HistoryEvent scheduled(HistoryEvent event) {
        var at = event;
        while (!at.type().endsWith("Scheduled") && at.previousEventId() > 0) {
            at = before(at);
        }
        return at;
    }

    private HistoryEvent before(HistoryEvent event) {
        return event.previousEventId() == 0 ? history.getFirst() : history.get((int) event.previousEventId() - 1);
    }

    private static String error(HistoryEvent event) {
        return event.details().at("/taskFailedEventDetails/error").asText();
    }

    private void find(String invariant, HistoryEvent event) {
        found.add(Violation.inTheEnd(invariant, arn + " at " + event));
    }
}
