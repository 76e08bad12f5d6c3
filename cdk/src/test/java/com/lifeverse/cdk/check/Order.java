package com.lifeverse.cdk.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.Assembly.Resource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What waits for what in a deployment, as CloudFormation sees it: from references, {@code DependsOn} and the order of stacks. A stack
 * begins when those that it depends on are complete: each of its resources waits for all of theirs.
 */
public final class Order {
    private final Map<String, Set<String>> needs = new LinkedHashMap<>();

    private Order() {}

    public static Order of(Assembly assembly) {
        var order = new Order();
        assembly.templates().forEach((stack, template) -> order.add(stack, template, assembly.needs(stack)));
        return order;
    }

    /** Every resource, and every stack as in {@code prod-api/*}. */
    public Set<String> resources() {
        return needs.keySet();
    }

    /** All that is made before it. */
    public Set<String> before(String resource) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(needs.getOrDefault(resource, Set.of()));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (found.add(next)) {
                open.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
        return found;
    }

    /** The gateway reads an issuer's documents while it makes the authorizer, which fails where they are not published yet. */
    static List<String> lateIssuers(Assembly assembly) {
        var order = of(assembly);
        var findings = new ArrayList<String>();
        for (var authorizer : assembly.all("AWS::ApiGatewayV2::Authorizer")) {
            var ours = authorizer.properties().path("Name").asText().equals("player");
            var before = order.before(authorizer.toString());
            if (ours
                    && assembly.all("Custom::SigningKeys").stream()
                            .noneMatch(keys -> before.contains(keys.toString()))) {
                findings.add(authorizer + ": its issuer's documents are not there yet when it is made");
            }
        }
        return findings;
    }

    /** Application Signals takes no objective in an account where its discovery, which makes its role, was not switched on before. */
    static List<String> undiscovered(Assembly assembly) {
        var order = of(assembly);
        var discoveries = assembly.all("AWS::ApplicationSignals::Discovery").stream()
                .map(Resource::toString)
                .toList();
        return assembly.all("AWS::ApplicationSignals::ServiceLevelObjective").stream()
                .map(Resource::toString)
                .filter(objective -> order.before(objective).stream().noneMatch(discoveries::contains))
                .map(objective -> objective + ": nothing switches discovery on before it is made")
                .toList();
    }

    /** CloudFormation takes no template that names what it does not have. */
    static List<String> lost(Assembly assembly) {
        var findings = new ArrayList<String>();
        assembly.templates()
                .forEach((stack, template) -> template.path("Resources")
                        .properties()
                        .forEach(resource -> references(resource.getValue()).stream()
                                .filter(id -> !id.startsWith("AWS::"))
                                .filter(id -> !template.path("Resources").has(id)
                                        && !template.path("Parameters").has(id))
                                .forEach(id -> findings.add("%s/%s: refers to %s, which is not here"
                                        .formatted(stack, resource.getKey(), id)))));
        return findings;
    }

    private void add(String stack, JsonNode template, List<String> stacks) {
        var earlier = new TreeSet<String>();
        stacks.forEach(each -> earlier.add(each + "/*"));
        var whole = new TreeSet<String>();
        template.path("Resources").properties().forEach(resource -> {
            var own = new Resource(stack, resource.getKey(), resource.getValue()).toString();
            var all = new TreeSet<>(earlier);
            references(resource.getValue()).stream()
                    .filter(id -> template.path("Resources").has(id))
                    .forEach(id -> all.add(stack + "/" + id));
            needs.put(own, all);
            whole.add(own);
        });
        needs.put(stack + "/*", whole);
    }

    private static List<String> references(JsonNode node) {
        var found = new ArrayList<String>();
        node.path("DependsOn").forEach(id -> found.add(id.asText()));
        if (node.path("DependsOn").isTextual()) {
            found.add(node.path("DependsOn").asText());
        }
        node.findValues("Ref").forEach(id -> found.add(id.asText()));
        node.findValues("Fn::GetAtt")
                .forEach(attribute -> found.add(attribute.path(0).asText()));
        return found;
    }
}
