package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.delivery.EventPath;
import com.lifeverse.local.delivery.InputTemplate;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.delivery.TargetInput;
import com.lifeverse.local.queue.HeldProperties;
import com.lifeverse.local.queue.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Events::Rule} with an event pattern. */
public final class EventRuleType implements ResourceType {
    private static final HeldProperties PROPERTIES = new HeldProperties(
            Set.of("Name", "EventBusName", "EventPattern", "State", "Targets"), Set.of("Description", "Tags"));
    private static final HeldProperties TARGET = new HeldProperties(
            Set.of("Arn", "Id", "RoleArn", "Input", "InputPath", "InputTransformer", "RetryPolicy", "DeadLetterConfig"),
            Set.of());
    private static final int MAXIMUM_TARGETS = 5;

    private final EventBuses buses;

    public EventRuleType(EventBuses buses) {
        this.buses = buses;
    }

    @Override
    public String name() {
        return "AWS::Events::Rule";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        PROPERTIES.check(declaration);
        var properties = declaration.properties();
        var name = properties.path("Name").asText(declaration.generatedName());
        var bus = properties.path("EventBusName").asText(EventRule.DEFAULT_BUS);
        var pattern = EventPattern.parse(JsonText.of(properties.path("EventPattern")));
        boolean enabled = !properties.path("State").asText("ENABLED").equals("DISABLED");
        var busName = bus.substring(bus.lastIndexOf('/') + 1);
        if (!buses.holds(busName)) {
            throw new UnsupportedProperty(declaration, "EventBusName", "there is no bus " + busName);
        }
        var rule = new EventRule(name, busName, pattern, enabled, targets(declaration));
        buses.put(rule);
        var ref = busName.equals(EventRule.DEFAULT_BUS) ? name : busName + "|" + name;
        return new Provisioned(ref, Map.of("Arn", rule.arn()));
    }

    private static List<EventRule.Target> targets(Declaration declaration) {
        var declared = declaration.properties().path("Targets");
        if (declared.size() > MAXIMUM_TARGETS) {
            throw new UnsupportedProperty(declaration, "Targets", "AWS takes up to 5 for a rule");
        }
        var targets = new ArrayList<EventRule.Target>();
        for (int i = 0; i < declared.size(); i++) {
            targets.add(target(declaration, "Targets[" + i + "].", declared.path(i)));
        }
        return targets;
    }

    private static EventRule.Target target(Declaration declaration, String path, JsonNode target) {
        TARGET.check(declaration, path, target);
        var arn = target.path("Arn").asText();
        if (arn.contains(":event-bus/")) {
            throw new UnsupportedProperty(declaration, path + "Arn", "a rule cannot deliver to a bus here");
        }
        return new EventRule.Target(
                target.path("Id").asText(),
                arn,
                text(target.path("RoleArn")),
                input(declaration, path, target),
                RetryPolicy.of(target.path("RetryPolicy")),
                text(target.path("DeadLetterConfig").path("Arn")));
    }

    private static TargetInput input(Declaration declaration, String path, JsonNode target) {
        var constant = text(target.path("Input"));
        var part = text(target.path("InputPath"));
        var transformer = target.path("InputTransformer");
        try {
            if (constant.isPresent()) {
                return new TargetInput.Constant(constant.get());
            }
            if (part.isPresent()) {
                return new TargetInput.Part(EventPath.parse(part.get()));
            }
            if (transformer.isObject()) {
                var paths = new LinkedHashMap<String, String>();
                transformer
                        .path("InputPathsMap")
                        .properties()
                        .forEach(e -> paths.put(e.getKey(), e.getValue().asText()));
                var template = transformer.path("InputTemplate").asText();
                return new TargetInput.Transformed(InputTemplate.parse(paths, template));
            }
            return new TargetInput.Whole();
        } catch (IllegalArgumentException e) {
            throw new UnsupportedProperty(declaration, path + "Input", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
