package com.lifeverse.local.identity.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ProvisioningFailed;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.template.Stack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/**
 * A custom resource: the function that {@code ServiceToken} names makes it, and answers by PUT. It is asked to create at
 * the first run, to update when the properties have changed since, and not at all otherwise. {@code Ref} is the physical
 * id that it answers, {@code Data} its attributes.
 */
public final class CustomResourceType implements ResourceType {
    private final String name;
    private final Functions functions;
    private final Store store;
    private final IdSource ids;
    private final MVMap<String, String> made;

    private CustomResourceType(String name, Functions functions, Store store, IdSource ids) {
        this.name = name;
        this.functions = functions;
        this.store = store;
        this.ids = ids;
        this.made = store.texts("custom-resources");
    }

    /** Both ways to declare one: {@code AWS::CloudFormation::CustomResource} and {@code Custom::} with any name. */
    public static List<ResourceType> all(Functions functions, Store store, IdSource ids) {
        return List.of(
                new CustomResourceType("AWS::CloudFormation::CustomResource", functions, store, ids),
                new CustomResourceType("Custom::*", functions, store, ids));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = asText(declaration.properties());
        var known = Optional.ofNullable(made.get(declaration.generatedName())).map(Json::read);
        if (known.isPresent() && known.orElseThrow().path("properties").equals(properties)) {
            return provisioned(known.orElseThrow());
        }
        return switch (ask(declaration, event(declaration, properties, known))) {
            case Response.Failed(var reason) -> throw new ProvisioningFailed(declaration, reason);
            case Response.Success(var physicalId, var data) -> {
                var record = JsonNodeFactory.instance.objectNode().put("physicalId", physicalId);
                record.set("properties", properties);
                record.set("data", Json.node(data));
                store.write(() -> {
                    made.put(declaration.generatedName(), record.toString());
                });
                yield provisioned(record);
            }
        };
    }

    private Response ask(Declaration declaration, ObjectNode event) {
        var function = declaration.properties().path("ServiceToken").asText();
        try (var address = ResponseAddress.open(ids.next().toString())) {
            event.put("ResponseURL", address.url());
            var answer = functions.invoke(Caller.unrestricted(), function, event.toString());
            // The function has ended, so what it had to say has arrived.
            return address.received()
                    .map(Response::parse)
                    .orElseGet(() -> new Response.Failed(answer.functionError()
                            .map(error -> "the function failed: " + answer.payload())
                            .orElse("the function ended without an answer")));
        }
    }

    private ObjectNode event(Declaration declaration, JsonNode properties, Optional<JsonNode> known) {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("RequestType", known.isPresent() ? "Update" : "Create")
                .put("ServiceToken", properties.path("ServiceToken").asText())
                .put("StackId", Stack.id(declaration.stack()))
                .put("RequestId", ids.next().toString())
                .put("LogicalResourceId", declaration.logicalId())
                .put("ResourceType", declaration.type());
        known.ifPresent(record -> {
            event.put("PhysicalResourceId", record.path("physicalId").asText());
            event.set("OldResourceProperties", record.path("properties"));
        });
        event.set("ResourceProperties", properties);
        return event;
    }

    private static Provisioned provisioned(JsonNode record) {
        Map<String, String> data = new LinkedHashMap<>();
        record.path("data")
                .properties()
                .forEach(entry -> data.put(entry.getKey(), entry.getValue().asText()));
        return new Provisioned(record.path("physicalId").asText(), data);
    }

    /** CloudFormation hands numbers and truth values to a function as text. */
    private static JsonNode asText(JsonNode node) {
        if (node.isObject()) {
            var members = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(entry -> members.set(entry.getKey(), asText(entry.getValue())));
            return members;
        }
        if (node.isArray()) {
            var elements = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> elements.add(asText(element)));
            return elements;
        }
        return JsonNodeFactory.instance.textNode(node.asText());
    }
}
