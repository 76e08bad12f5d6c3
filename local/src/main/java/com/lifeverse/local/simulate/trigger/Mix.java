package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import java.util.ArrayList;
import java.util.List;

/** Draws the triggers of a run: windows of every kind, limits, paces, and chains of one that sets off the next. */
final class Mix {
    private static final String MATCH = "match.ended.v1";
    private static final String MILESTONE = "milestone.reached.v1";
    private static final List<String> KINDS =
            List.of("each", "count", "sum", "distinct", "sequence", "absence", "debounce", "batch", "everybody");
    private static final int MOST = 4;

    private final Stage stage;

    Mix(Stage stage) {
        this.stage = stage;
    }

    /** One to four, and perhaps one more that the first sets off. */
    List<ObjectNode> triggers() {
        var triggers = new ArrayList<ObjectNode>();
        int count = 1 + stage.random().nextInt(MOST);
        for (int at = 0; at < count; at++) {
            var kind = one(KINDS);
            triggers.add(trigger("%s-%d".formatted(kind, at), kind));
        }
        chain(triggers);
        return triggers;
    }

    /** The same, some of them different and perhaps one no more. */
    List<ObjectNode> changed(List<ObjectNode> triggers) {
        var changed = new ArrayList<ObjectNode>();
        for (var trigger : triggers) {
            var copy = trigger.deepCopy();
            if (stage.chance(0.5)) {
                limit(copy.withObject("/limits/perPlayer"));
            }
            if (stage.chance(0.5) && copy.at("/effects/0").has("grant")) {
                copy.withObject("/effects/0/grant")
                        .put("amount", 1 + stage.random().nextInt(100));
            }
            changed.add(copy);
        }
        if (stage.chance(0.4)) {
            changed.remove(stage.random().nextInt(changed.size()));
        }
        return changed;
    }

    private ObjectNode trigger(String name, String kind) {
        var trigger = Json.object()
                .put("trigger", name)
                .put("description", "Drawn for a run of the simulation.")
                .put("owner", "economy-team")
                .put("runbook", "runbooks/grants.md")
                .put("accessibility", "Announced in the inbox with text.");
        trigger.putArray("labels").add("economy");
        var when = trigger.putObject("when");
        when.putArray("detail-type").add(MATCH);
        var outcome = when.putObject("detail").putObject("payload").putArray("outcome");
        switch (one(List.of("win", "any", "not-loss"))) {
            case "win" -> outcome.add("win");
            case "not-loss" -> outcome.addObject().putArray("anything-but").add("loss");
            default -> outcome.add("win").add("loss").add("draw");
        }
        window(trigger, kind);
        // What must be remembered of these for a day would not fit into a state.
        boolean many = List.of("count", "sum", "everybody", "debounce").contains(kind);
        limits(trigger, many ? "PT1H" : one(List.of("PT1H", "P1D")));
        if (!List.of("distinct", "sequence").contains(kind) && stage.chance(0.4)) {
            trigger.withObject("/limits/throttle").put("times", 3).put("per", one(List.of("PT5M", "PT20M")));
        }
        trigger.putObject("once").put("for", many ? "PT2H" : one(List.of("PT2H", "PT6H")));
        if (stage.chance(0.3)) {
            trigger.withObject("/once").put("key", "payload.matchId");
        }
        pace(trigger, kind);
        effects(trigger);
        return trigger;
    }

    private void window(ObjectNode trigger, String kind) {
        if (List.of("each", "batch").contains(kind) || (kind.equals("debounce") && stage.chance(0.5))) {
            return;
        }
        var window = trigger.putObject("window")
                .put("within", one(List.of("PT10M", "PT1H", "PT2H")))
                .put("frame", one(List.of("tumbling", "sliding")));
        switch (kind) {
            case "sum" ->
                window.put("sum", "payload.durationSeconds")
                        .put("total", 400 + stage.random().nextInt(500))
                        .put("least", 300);
            case "distinct" ->
                window.put("distinct", "payload.mode")
                        .put("values", 2 + stage.random().nextInt(2));
            case "sequence" -> {
                when(trigger, "win", "loss", "draw");
                var steps = window.putArray("sequence");
                step(steps.addObject(), "loss");
                step(steps.addObject(), "win");
            }
            case "absence" -> {
                window.put("within", one(List.of("PT5M", "PT10M", "PT14M")));
                step(window.putObject("absence"), one(List.of("win", "loss")));
            }
            case "everybody" ->
                window.put("count", 2 + stage.random().nextInt(2)).put("of", "global");
            default -> window.put("count", 1 + stage.random().nextInt(3));
        }
    }

    private static void when(ObjectNode trigger, String... outcomes) {
        var outcome = trigger.withObject("/when/detail/payload").putArray("outcome");
        for (var each : outcomes) {
            outcome.add(each);
        }
    }

    private static void step(ObjectNode pattern, String outcome) {
        pattern.putArray("detail-type").add(MATCH);
        pattern.putObject("detail").putObject("payload").putArray("outcome").add(outcome);
    }

    private void limits(ObjectNode trigger, String per) {
        var limits = trigger.putObject("limits");
        limit(limits.putObject("perPlayer").put("per", per));
        if (stage.chance(0.3)) {
            limits.put("cooldown", one(List.of("PT2M", "PT10M")));
        }
        if (stage.chance(0.25)) {
            limits.putObject("global")
                    .put("times", 1 + stage.random().nextInt(4))
                    .put("per", one(List.of("PT1H", "P1D")));
        }
        if (stage.chance(0.15)) {
            limits.putObject("budget").put("usd", 0.01).put("per", "P1D");
        }
        if (stage.chance(0.2)) {
            int from = stage.random().nextInt(24);
            limits.putObject("quietHours")
                    .put("from", "%02d:00".formatted(from))
                    .put("to", "%02d:30".formatted((from + 1 + stage.random().nextInt(10)) % 24))
                    .put("zone", one(List.of("UTC", "Europe/Berlin", "Asia/Kolkata")));
        }
    }

    private void limit(ObjectNode perPlayer) {
        perPlayer.put("times", 1 + stage.random().nextInt(4));
    }

    private void pace(ObjectNode trigger, String kind) {
        if (kind.equals("debounce")) {
            trigger.putObject("pace").put("debounce", one(List.of("PT1M", "PT3M")));
        } else if (kind.equals("batch")) {
            trigger.putObject("pace")
                    .putObject("batch")
                    .put("firings", 2 + stage.random().nextInt(2))
                    .put("within", one(List.of("PT4M", "PT10M")));
            trigger.withObject("/limits/perPlayer").put("times", 4);
        } else if (stage.chance(0.2)) {
            trigger.putObject("pace").put("priority", 1 + stage.random().nextInt(9));
        }
    }

    private void effects(ObjectNode trigger) {
        var effects = trigger.putArray("effects");
        effects.addObject()
                .putObject("grant")
                .put("item", one(List.of("coins", "gems")))
                .put("amount", 1 + stage.random().nextInt(100));
        if (stage.chance(0.3)) {
            effects.addObject().putObject("notify").put("message", "well-done");
        }
        if (stage.chance(0.15)) {
            effects.addObject().putObject("grant").put("item", "tickets").put("amount", 1);
        }
    }

    /** The first tells of a milestone, at which another acts. */
    private void chain(List<ObjectNode> triggers) {
        if (stage.chance(0.4)) {
            var milestone = "reached";
            triggers.getFirst()
                    .withArray("/effects")
                    .addObject()
                    .putObject("emit")
                    .put("type", MILESTONE)
                    .putObject("payload")
                    .put("milestone", milestone);
            triggers.add(follower(milestone));
        }
    }

    private ObjectNode follower(String milestone) {
        var next = trigger("after-" + milestone, "each");
        ((ObjectNode) next.path("once")).remove("key");
        var when = next.putObject("when");
        when.putArray("detail-type").add(MILESTONE);
        when.putObject("detail").putObject("payload").putArray("milestone").add(milestone);
        return next;
    }

    private <T> T one(List<T> choices) {
        return choices.get(stage.random().nextInt(choices.size()));
    }
}
