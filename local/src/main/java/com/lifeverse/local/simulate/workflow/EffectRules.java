package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.workflow.Effects.Attempt;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.machine.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every effect of an execution that went its way has happened. A try that the stack made, and remembered, has happened once, and once
 * more for each time that the network carried it again.
 */
final class EffectRules {
    private final Stage stage;
    private final Plan plan;
    private final Effects effects;
    private final Worker worker;
    private final Map<Attempt, Integer> counted = new HashMap<>();
    private final Set<String> granted = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    EffectRules(Stage stage, Plan plan, Effects effects, Worker worker) {
        this.stage = stage;
        this.plan = plan;
        this.effects = effects;
        this.worker = worker;
    }

    List<Violation> violations() {
        found.addAll(effects.violations());
        stage.stack()
                .tables()
                .scanPaginator(scan -> scan.tableName(Grounds.TABLE))
                .items()
                .forEach(this::read);
        var queued = new HashMap<Attempt, Integer>();
        worker.effects()
                .forEach(body -> queued.merge(
                        new Attempt(
                                body.path("key").asText(), body.path("attempt").asText()),
                        1,
                        Integer::sum));
        once(counted);
        once(queued);
        counted.putAll(queued);
        done(Starter.MACHINE, plan);
        done(Starter.MACHINE.replaceAll("-0$", "-" + Grounds.ERRAND), Shapes.ERRAND);
        done(Starter.MACHINE.replaceAll("-0$", "-" + Grounds.VAIN), Shapes.VAIN);
        return found;
    }

    private void read(Map<String, AttributeValue> item) {
        var kind = text(item, "sk");
        if (kind.equals("effect")) {
            item.forEach((name, value) -> {
                if (value.n() != null) {
                    counted.put(new Attempt(text(item, "playerId"), name), Integer.valueOf(value.n()));
                }
            });
        } else if (item.containsKey("occurrence")) {
            granted.add(text(item, "occurrence"));
        }
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS("")).s();
    }

    private void once(Map<Attempt, Integer> attempts) {
        attempts.forEach((attempt, times) -> {
            if (times > 1 + effects.repeats(attempt)) {
                find("no-repeat-without-cause", attempt + " was done " + times + " times");
            }
        });
    }

    private void done(String machine, Plan meant) {
        stage.stack().workflows().list(machine).stream()
                .filter(execution -> execution.status() == (meant.fails() ? Status.FAILED : Status.SUCCEEDED))
                .forEach(execution -> done(execution, meant));
    }

    private void done(Execution execution, Plan meant) {
        for (var expected : meant.effects(execution.run().input().path("path").asText())) {
            var key = expected.key();
            boolean happened = switch (expected.place()) {
                case TABLE, QUEUE ->
                    counted.keySet().stream().anyMatch(attempt -> attempt.key().equals(key));
                case BUS -> effects.told(key);
                case FUNCTION, FUNCTION_BY_ARN -> granted.contains(key);
            };
            if (!happened) {
                find("no-effect-is-lost", key);
            }
        }
    }

    private void find(String invariant, String what) {
        found.add(Violation.inTheEnd(invariant, what));
    }
}
