package com.lifeverse.cdk.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.Assembly.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which resources a part of a template speaks of, through exports and imports too. */
final class References {
    private final Assembly assembly;
    private final Map<String, Resource> resources = new TreeMap<>();
    private final Map<String, Set<String>> exports = new TreeMap<>();

    References(Assembly assembly) {
        this.assembly = assembly;
        assembly.templates()
                .forEach((stack, template) -> template.path("Resources")
                        .properties()
                        .forEach(each -> resources.put(
                                stack + "/" + each.getKey(), new Resource(stack, each.getKey(), each.getValue()))));
        assembly.templates()
                .forEach((stack, template) -> template.path("Outputs")
                        .forEach(output ->
                                exports.put(output.at("/Export/Name").asText(), own(stack, output.path("Value")))));
    }

    /** The resources that are named there, each as in {@code dev-session/LiveTable}. */
    Set<String> of(String stack, JsonNode node) {
        var all = own(stack, node);
        node.findValues("Fn::ImportValue").forEach(name -> all.addAll(exports.getOrDefault(name.asText(), Set.of())));
        return all;
    }

    /** As the other, without aliases: what is behind them. */
    Set<String> behind(String stack, JsonNode node) {
        var all = new TreeSet<String>();
        for (var name : of(stack, node)) {
            var resource = named(name);
            if (type(resource).equals("AWS::Lambda::Alias")) {
                all.addAll(of(resource.stack(), resource.properties().path("FunctionName")));
            }
            all.add(name);
        }
        return all;
    }

    Resource named(String name) {
        var found = resources.get(name);
        if (found == null) {
            throw new IllegalArgumentException("There is no " + name);
        }
        return found;
    }

    /** The one resource that is named there. */
    Resource one(String stack, JsonNode node) {
        return named(of(stack, node).iterator().next());
    }

    static String type(Resource resource) {
        return resource.declaration().path("Type").asText();
    }

    List<Resource> all(String type) {
        return assembly.all(type);
    }

    private Set<String> own(String stack, JsonNode node) {
        var ids = new ArrayList<String>();
        node.findValues("Ref").forEach(id -> ids.add(id.asText()));
        node.findValues("Fn::GetAtt").forEach(each -> ids.add(each.path(0).asText()));
        var known = new TreeSet<String>();
        ids.stream().map(id -> stack + "/" + id).filter(resources::containsKey).forEach(known::add);
        return known;
    }
}
