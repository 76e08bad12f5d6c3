package com.lifeverse.local.assembly.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.local.kernel.Cloud;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Answers the intrinsic functions of one stack. What it does not know is refused by name: a template that means more
 * than is understood must not run as if it meant less.
 */
public final class Intrinsics {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Stack stack;
    private final References references;
    private final Conditions conditions;

    public Intrinsics(Stack stack, References references) {
        this.stack = stack;
        this.references = references;
        this.conditions = new Conditions(stack, this::resolve);
    }

    /** {@code node} with every function answered; missing if it is {@code AWS::NoValue} itself. */
    public JsonNode resolve(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT ->
                function(node).map(name -> answer(name, node.path(name))).orElseGet(() -> members(node));
            case ARRAY -> elements(node);
            case STRING -> text(node.asText());
            case BINARY, BOOLEAN, MISSING, NULL, NUMBER, POJO -> node;
        };
    }

    /** True if what carries this condition is to be made. */
    public boolean holds(Optional<String> condition) {
        return conditions.hold(condition);
    }

    /** The function that {@code node} is, if it is one. */
    static Optional<String> function(JsonNode node) {
        if (node.size() != 1 || !node.isObject()) {
            return Optional.empty();
        }
        return Optional.of(node.fieldNames().next()).filter(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    private JsonNode answer(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> ref(argument.asText());
            case "Fn::GetAtt" -> NODES.textNode(attribute(argument));
            case "Fn::Join" -> NODES.textNode(join(argument));
            case "Fn::Sub" -> NODES.textNode(substitute(argument));
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::If" ->
                resolve(argument.path(conditions.hold(argument.path(0).asText()) ? 1 : 2));
            case "Fn::ImportValue" ->
                NODES.textNode(references.exported(resolve(argument).asText()));
            case "Fn::GetStackOutput" ->
                NODES.textNode(references.output(
                        resolve(argument.path("StackName")).asText(),
                        argument.path("OutputName").asText()));
            default ->
                throw new TemplateError(
                        "Stack %s uses %s, which is not held locally".formatted(stack.name(), function));
        };
    }

    private JsonNode members(JsonNode node) {
        var members = NODES.objectNode();
        node.properties().forEach(entry -> {
            var value = resolve(entry.getValue());
            if (!value.isMissingNode()) {
                members.set(entry.getKey(), value);
            }
        });
        return members;
    }

    private ArrayNode elements(JsonNode node) {
        var elements = NODES.arrayNode();
        node.forEach(element -> {
            var value = resolve(element);
            if (!value.isMissingNode()) {
                elements.add(value);
            }
        });
        return elements;
    }

    private JsonNode text(String text) {
        if (text.contains("{{resolve:")) {
            throw new TemplateError(
                    "Stack %s uses the dynamic reference %s, which is not held locally".formatted(stack.name(), text));
        }
        return NODES.textNode(text);
    }

    private JsonNode ref(String name) {
        return name.equals("AWS::NoValue") ? MissingNode.getInstance() : NODES.textNode(named(name));
    }

    private String named(String name) {
        return switch (name) {
            case "AWS::AccountId" -> Cloud.ACCOUNT;
            case "AWS::Region" -> Cloud.REGION;
            case "AWS::Partition" -> Cloud.PARTITION;
            case "AWS::URLSuffix" -> "amazonaws.com";
            case "AWS::StackName" -> stack.name();
            case "AWS::StackId" -> stack.id();
            default -> stack.parameter(name).map(JsonNode::asText).orElseGet(() -> references.ref(name));
        };
    }

    private String attribute(JsonNode argument) {
        if (argument.isArray()) {
            return references.attribute(
                    argument.path(0).asText(), resolve(argument.path(1)).asText());
        }
        return attribute(argument.asText());
    }

    private String attribute(String path) {
        int dot = path.indexOf('.');
        return references.attribute(path.substring(0, dot), path.substring(dot + 1));
    }

    private String join(JsonNode argument) {
        return StreamSupport.stream(resolve(argument.path(1)).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(argument.path(0).asText()));
    }

    private String substitute(JsonNode argument) {
        var own = argument.path(1);
        return Substitution.fill(argument.isArray() ? argument.path(0).asText() : argument.asText(), place -> {
            if (own.has(place)) {
                return resolve(own.path(place)).asText();
            }
            return place.contains(".") ? attribute(place) : named(place);
        });
    }

    private JsonNode select(JsonNode argument) {
        var from = resolve(argument.path(1));
        int index = resolve(argument.path(0)).asInt();
        if (index >= from.size()) {
            throw new TemplateError("Stack %s selects element %d of %s".formatted(stack.name(), index, from));
        }
        return from.path(index);
    }

    private ArrayNode split(JsonNode argument) {
        var separator = Pattern.quote(argument.path(0).asText());
        var elements = NODES.arrayNode();
        Arrays.stream(resolve(argument.path(1)).asText().split(separator, -1))
                .map(TextNode::valueOf)
                .forEach(elements::add);
        return elements;
    }
}
