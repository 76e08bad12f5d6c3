package com.lifeverse.local.bus;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.wire.json.RequestReader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The operations that look at buses, rules and targets, in the name of one caller. */
final class RuleCalls {
    private final EventBuses buses;
    private final Caller caller;

    RuleCalls(EventBuses buses, Caller caller) {
        this.buses = buses;
        this.caller = caller;
    }

    DescribeEventBusResponse describe(DescribeEventBusRequest request) {
        var bus = name(request.name());
        caller.require("events:DescribeEventBus", EventBus.arn(bus));
        rules(bus);
        return DescribeEventBusResponse.builder()
                .name(bus)
                .arn(EventBus.arn(bus))
                .build();
    }

    ListEventBusesResponse list(ListEventBusesRequest request) {
        caller.require("events:ListEventBuses", "*");
        var page = Listing.of(
                buses.names().stream()
                        .filter(bus -> bus.startsWith(prefix(request.namePrefix())))
                        .toList(),
                request.limit(),
                request.nextToken());
        return ListEventBusesResponse.builder()
                .eventBuses(page.items().stream()
                        .map(bus -> software.amazon.awssdk.services.eventbridge.model.EventBus.builder()
                                .name(bus)
                                .arn(EventBus.arn(bus))
                                .build())
                        .toList())
                .nextToken(page.next())
                .build();
    }

    DescribeRuleResponse describe(DescribeRuleRequest request) {
        var rule = rule(request.eventBusName(), request.name());
        caller.require("events:DescribeRule", rule.arn());
        return DescribeRuleResponse.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventPattern(rule.pattern().text())
                .state(state(rule))
                .eventBusName(rule.bus())
                .build();
    }

    ListRulesResponse list(ListRulesRequest request) {
        var bus = name(request.eventBusName());
        caller.require("events:ListRules", EventBus.arn(bus));
        var page = Listing.of(
                rules(bus).stream()
                        .filter(rule -> rule.name().startsWith(prefix(request.namePrefix())))
                        .toList(),
                request.limit(),
                request.nextToken());
        return ListRulesResponse.builder()
                .rules(page.items().stream().map(RuleCalls::line).toList())
                .nextToken(page.next())
                .build();
    }

    ListRuleNamesByTargetResponse list(ListRuleNamesByTargetRequest request) {
        var bus = name(request.eventBusName());
        caller.require("events:ListRuleNamesByTarget", EventBus.arn(bus));
        var page = Listing.of(
                rules(bus).stream()
                        .filter(rule -> rule.targets().stream()
                                .anyMatch(target ->
                                        target.declared().path("Arn").asText().equals(request.targetArn())))
                        .map(EventRule::name)
                        .toList(),
                request.limit(),
                request.nextToken());
        return ListRuleNamesByTargetResponse.builder()
                .ruleNames(page.items())
                .nextToken(page.next())
                .build();
    }

    ListTargetsByRuleResponse list(ListTargetsByRuleRequest request) {
        var rule = rule(request.eventBusName(), request.rule());
        caller.require("events:ListTargetsByRule", rule.arn());
        var page = Listing.of(rule.targets(), request.limit(), request.nextToken());
        return ListTargetsByRuleResponse.builder()
                .targets(page.items().stream()
                        .map(target -> (Target) RequestReader.read(target.declared(), Target.builder()))
                        .toList())
                .nextToken(page.next())
                .build();
    }

    private static Rule line(EventRule rule) {
        return Rule.builder()
                .name(rule.name())
                .arn(rule.arn())
                .eventPattern(rule.pattern().text())
                .state(state(rule))
                .eventBusName(rule.bus())
                .build();
    }

    private static String state(EventRule rule) {
        return rule.enabled() ? "ENABLED" : "DISABLED";
    }

    private EventRule rule(@Nullable String bus, String name) {
        var busName = name(bus);
        return rules(busName).stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusals.of(
                        "ResourceNotFoundException",
                        "Rule %s does not exist on EventBus %s.".formatted(name, busName)));
    }

    private List<EventRule> rules(String bus) {
        return buses.rules(bus)
                .orElseThrow(() -> Refusals.of("ResourceNotFoundException", "Event bus " + bus + " does not exist."));
    }

    /** A bus can be named by its ARN as well. */
    private static String name(@Nullable String bus) {
        return bus == null ? EventRule.DEFAULT_BUS : bus.substring(bus.lastIndexOf('/') + 1);
    }

    private static String prefix(@Nullable String prefix) {
        return Optional.ofNullable(prefix).orElse("");
    }
}
