package com.lifeverse.cdk.observe;

import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.events.CfnRule;

/** Rules of the bus: how much happens, and whether it arrives. */
final class RuleWatch {
    private RuleWatch() {}

    static Watch of(CfnRule rule, String name) {
        var curve = curve(rule);
        var alert = new Alert(
                "undelivered",
                "Events cannot be handed to their target and go to its dead letters. Look at its policy and its quota.",
                curve.sum("InvocationsSentToDlq"),
                0,
                1);
        var panel = Panel.of("Events", name, curve.sum("MatchedEvents"), curve.sum("Invocations"))
                .against(curve.sum("FailedInvocations"), curve.sum("InvocationsSentToDlq"));
        return new Watch(List.of(alert), List.of(panel));
    }

    /** Of rules of the account's own bus, metrics have no name of a bus. */
    private static Curve curve(CfnRule rule) {
        var bus = Objects.requireNonNull(rule.getEventBusName(), "rules of ours say on which bus they are");
        return bus.equals("default")
                ? Curve.of("AWS/Events", "RuleName", rule.getRef())
                : Curve.of("AWS/Events", "RuleName", ruleName(rule)).and("EventBusName", bus);
    }

    /** A reference to a rule of a bus of one's own is {@code bus|rule}; the metrics want the rule. */
    private static String ruleName(CfnRule rule) {
        return Fn.select(1, Fn.split("|", rule.getRef()));
    }
}
