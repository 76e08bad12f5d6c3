package com.lifeverse.local.simulate.world;

import com.lifeverse.local.kernel.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients mean to do and when. They live outside the stack: its end is not theirs. */
public final class Outside {
    private record Plan(Instant due, String what, Runnable task) {}

    private final Map<Long, Plan> plans = new LinkedHashMap<>();
    private @Nullable Agenda agenda;
    private long made;

    /** From now on this agenda has the time; what is still planned is planned there. */
    void goOn(Agenda fresh) {
        agenda = fresh;
        plans.forEach((number, plan) -> fresh.at(plan.due(), plan.what(), () -> run(number)));
    }

    public Instant now() {
        return agenda().instant();
    }

    /** Does {@code task} after {@code wait}, whatever happens to the stack meanwhile. A task calls the stack last, if at all. */
    public void in(Duration wait, String what, Runnable task) {
        long number = made++;
        var due = now().plus(wait);
        plans.put(number, new Plan(due, what, task));
        agenda().at(due, what, () -> run(number));
    }

    private void run(long number) {
        var plan = plans.remove(number);
        if (plan != null) {
            plan.task().run();
        }
    }

    private Agenda agenda() {
        if (agenda == null) {
            throw new IllegalStateException("Nothing happens before the stack has started");
        }
        return agenda;
    }
}
