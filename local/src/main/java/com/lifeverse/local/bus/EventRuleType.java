package com.lifeverse.local.bus;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.delivery.EventPath;
import com.lifeverse.local.delivery.InputTemplate;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.delivery.TargetInput;
import com.lifeverse.local.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code AWS::Events::Rule} with an event pattern. */
public final class EventRuleType implements ResourceType {
    private static final Set<String> HELD = Set.of("Name", "EventBusName", "EventPattern", "State", "Targets");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "Tags");
    private static final Set<String> TARGET =
            Set.of("Arn", "Id", "RoleArn", "Input", "InputPath", "InputTransformer", "RetryPolicy", "DeadLetterConfig");
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
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        var name = properties.nameFrom("Name");
        var bus = properties.text("EventBusName").orElse(EventRule.DEFAULT_BUS);
        var pattern = EventPattern.parse(Json.text(properties.node("EventPattern")));
        boolean enabled = !properties.text("State").orElse("ENABLED").equals("DISABLED");
        var busName = bus.substring(bus.lastIndexOf('/') + 1);
        if (!buses.holds(busName)) {
            throw properties.refusal("EventBusName", "there is no bus " + busName);
        }
        var rule = new EventRule(name, busName, pattern, enabled, targets(properties));
        buses.put(rule);
        var ref = busName.equals(EventRule.DEFAULT_BUS) ? name : busName + "|" + name;
        return new Provisioned(ref, Map.of("Arn", rule.arn()));
    }

    private static List<EventRule.Target> targets(DeclaredProperties rule) {
        var targets = rule.each("Targets", TARGET);
        if (targets.size() > MAXIMUM_TARGETS) {
            throw rule.refusal("Targets", "AWS takes up to 5 for a rule");
        }
        return targets.stream().map(EventRuleType::target).toList();
    }

    private static EventRule.Target target(DeclaredProperties target) {
        var arn = target.required("Arn");
        if (arn.contains(":event-bus/")) {
            throw target.refusal("Arn", "a rule cannot deliver to a bus here");
        }
        return new EventRule.Target(
                target.required("Id"),
                arn,
                target.text("RoleArn"),
                input(target),
                RetryPolicy.of(target.node("RetryPolicy")),
                target.within("DeadLetterConfig", Set.of("Arn")).text("Arn"));
    }

    private static TargetInput input(DeclaredProperties target) {
        var constant = target.text("Input");
        var part = target.text("InputPath");
        var transformer = target.node("InputTransformer");
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
            throw target.refusal("Input", String.valueOf(e.getMessage()));
        }
    }
}
