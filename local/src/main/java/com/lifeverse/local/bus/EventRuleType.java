package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.delivery.EventPath;
import com.lifeverse.local.delivery.InputTemplate;
import com.lifeverse.local.delivery.RetryPolicy;
import com.lifeverse.local.delivery.TargetInput;
import com.lifeverse.local.destination.Destinations;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code AWS::Events::Rule} with an event pattern. */
public final class EventRuleType implements ResourceType {
    private static final Set<String> HELD = Set.of("Name", "EventBusName", "EventPattern", "State", "Targets");
    private static final Set<String> WITHOUT_MEANING = Set.of("Description", "Tags");
    private static final Set<String> TARGET = Set.of(
            "Arn",
            "Id",
            "RoleArn",
            "Input",
            "InputPath",
            "InputTransformer",
            "HttpParameters",
            "RetryPolicy",
            "DeadLetterConfig");
    private static final int MAXIMUM_TARGETS = 5;
    private static final int MOST_PATHS = 100;
    private static final int LONGEST_TEMPLATE = 8_192;
    private static final List<String> REACHED = List.of(
            "arn:aws:lambda:",
            "arn:aws:sqs:",
            "arn:aws:states:",
            "arn:aws:firehose:",
            "arn:aws:events:" + Cloud.REGION + ":" + Cloud.ACCOUNT + ":event-bus/",
            "arn:aws:events:" + Cloud.REGION + ":" + Cloud.ACCOUNT + ":api-destination/");
    private static final int LONGEST_PATTERN = 2_048;

    private final EventBuses buses;
    private final Destinations destinations;

    public EventRuleType(EventBuses buses, Destinations destinations) {
        this.buses = buses;
        this.destinations = destinations;
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
        var text = Json.text(properties.node("EventPattern"));
        if (text.length() > LONGEST_PATTERN) {
            throw properties.refusal("EventPattern", "AWS takes up to 2048 characters");
        }
        var pattern = EventPattern.parse(text);
        boolean enabled = !properties.text("State").orElse("ENABLED").equals("DISABLED");
        var busName = bus.substring(bus.lastIndexOf('/') + 1);
        if (!buses.holds(busName)) {
            throw properties.refusal("EventBusName", "there is no bus " + busName);
        }
        var rule = new EventRule(name, busName, pattern, enabled, targets(properties, busName + "/" + name));
        buses.put(rule);
        var ref = busName.equals(EventRule.DEFAULT_BUS) ? name : busName + "|" + name;
        return new Provisioned(ref, Map.of("Arn", rule.arn()));
    }

    private List<EventRule.Target> targets(DeclaredProperties rule, String name) {
        var targets = rule.each("Targets", TARGET);
        if (targets.size() > MAXIMUM_TARGETS) {
            throw rule.refusal("Targets", "AWS takes up to 5 for a rule");
        }
        var declared = rule.node("Targets");
        return IntStream.range(0, targets.size())
                .mapToObj(i -> target(targets.get(i), name, declared.get(i)))
                .toList();
    }

    private EventRule.Target target(DeclaredProperties target, String rule, JsonNode declared) {
        var id = target.required("Id");
        var http = target.within(
                "HttpParameters", Set.of("PathParameterValues", "HeaderParameters", "QueryStringParameters"));
        var parameters = new Destinations.Parameters(
                http.texts("PathParameterValues"),
                texts(http.node("HeaderParameters")),
                texts(http.node("QueryStringParameters")));
        var stated = target.required("Arn");
        if (REACHED.stream().noneMatch(stated::startsWith)) {
            throw target.refusal(
                    "Arn",
                    "functions, queues, workflows, delivery streams, buses and API destinations are, not " + stated);
        }
        var arn = destinations.with(stated, rule + "/" + id, parameters);
        return new EventRule.Target(
                id,
                arn,
                target.text("RoleArn"),
                input(target),
                policy(target),
                target.within("DeadLetterConfig", Set.of("Arn")).text("Arn"),
                declared);
    }

    private static RetryPolicy policy(DeclaredProperties target) {
        try {
            return RetryPolicy.of(target.node("RetryPolicy"));
        } catch (IllegalArgumentException e) {
            throw target.refusal("RetryPolicy", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> texts(JsonNode members) {
        var texts = new LinkedHashMap<String, String>();
        members.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    private static TargetInput input(DeclaredProperties target) {
        var constant = target.text("Input");
        var part = target.text("InputPath");
        var transformer = target.node("InputTransformer");
        if (Stream.of(constant.isPresent(), part.isPresent(), transformer.isObject())
                        .filter(isStated -> isStated)
                        .count()
                > 1) {
            throw target.refusal(
                    "Input",
                    "Only one of Input, InputPath, or InputTransformer must be provided for target "
                            + target.required("Id") + ".");
        }
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
                if (paths.size() > MOST_PATHS || template.length() > LONGEST_TEMPLATE) {
                    throw target.refusal("InputTransformer", "it has up to 100 paths and 8192 characters");
                }
                if (paths.keySet().stream().anyMatch(name -> name.startsWith("AWS"))) {
                    throw target.refusal("InputTransformer", "names of paths cannot begin with AWS");
                }
                return new TargetInput.Transformed(InputTemplate.parse(paths, template));
            }
            return new TargetInput.Whole();
        } catch (IllegalArgumentException e) {
            throw target.refusal("Input", String.valueOf(e.getMessage()));
        }
    }
}
