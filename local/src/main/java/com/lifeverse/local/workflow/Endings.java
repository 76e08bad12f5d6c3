package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Agenda;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells of the ends of executions, once, to whoever waits for them; also if they are over already. */
final class Endings {
    private final Agenda agenda;
    private final Executions executions;
    private final Map<String, List<Consumer<Execution>>> waiting = new ConcurrentHashMap<>();

    Endings(Agenda agenda, Executions executions) {
        this.agenda = agenda;
        this.executions = executions;
    }

    /** Calls {@code then} on the agenda when the execution is over. Not durable. */
    void await(String arn, Consumer<Execution> then) {
        waiting.computeIfAbsent(arn, _ -> new CopyOnWriteArrayList<>()).add(then);
        if (!executions.isRunning(arn)) {
            tell(arn);
        }
    }

    /** The execution is over. */
    void tell(String arn) {
        var told = waiting.remove(arn);
        if (told != null) {
            for (var then : told) {
                agenda.soon("end of " + arn, () -> executions.find(arn).ifPresent(then));
            }
        }
    }
}
