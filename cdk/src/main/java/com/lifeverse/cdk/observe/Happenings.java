package com.lifeverse.cdk.observe;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.session.lambda.RenewFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.GraphWidgetView;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.CfnFunction;
import software.constructs.Construct;

/**
 * The dashboard of what happens in the game: first what operators ask first, then each event type of the catalogue, as outboxes count what
 * they tell. Renewals, which tell nothing, are the calls of their function. A new event type is on it without anybody's doing. Told
 * again is counted again.
 */
public final class Happenings extends Construct {
    private static final String COUNTED_BY_OUTBOXES = "LifeVerse/Events";
    private static final String RENEW = RenewFunction.class.getName();
    private static final int WIDTH = 12;
    private static final int HEIGHT = 6;

    public Happenings(Stack stack, Deployment deployment, Bus bus, EventCatalogue events, Stack sessions) {
        super(stack, "Happenings");
        var curve = Curve.of(COUNTED_BY_OUTBOXES, "Bus", bus.name());
        var known = events.consumers().keySet();
        var panels = new LinkedHashMap<String, List<IMetric>>();
        Headline.ALL.forEach(headline -> panels.put(
                headline.title() + ", a minute",
                headline.beginnings().stream()
                        .flatMap(beginning -> beginningWith(beginning, known))
                        .map(type -> (IMetric) curve.sum(type))
                        .toList()));
        panels.put("Renewals, a minute", List.of(renewals(sessions)));
        var kinds = new TreeMap<String, List<IMetric>>();
        known.forEach(type -> kinds.computeIfAbsent(type.substring(0, type.indexOf('.')), kind -> new ArrayList<>())
                .add(curve.sum(type)));
        kinds.forEach((kind, metrics) -> panels.put("All of " + kind + ", a minute", metrics));
        var dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(deployment.named("happenings"))
                .build();
        dashboard.addWidgets(panels.entrySet().stream()
                .map(panel -> graph(panel.getKey(), panel.getValue()))
                .toArray(IWidget[]::new));
    }

    private static GraphWidget graph(String title, List<IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .view(GraphWidgetView.TIME_SERIES)
                .left(metrics)
                .width(WIDTH)
                .height(HEIGHT)
                .build();
    }

    // Where there is none any more the panel would stay empty, and nobody would see that.
    private static Stream<String> beginningWith(String beginning, Set<String> known) {
        if (known.stream().noneMatch(type -> type.startsWith(beginning))) {
            throw new IllegalStateException(
                    "operators want to see %s, and no event type is called so".formatted(beginning));
        }
        return known.stream().filter(type -> type.startsWith(beginning));
    }

    private static IMetric renewals(Stack sessions) {
        var function = sessions.getNode().findAll().stream()
                .filter(CfnFunction.class::isInstance)
                .map(CfnFunction.class::cast)
                .filter(each -> RENEW.equals(each.getHandler()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no function renews sessions"));
        Metric calls = Curve.of("AWS/Lambda", "FunctionName", function.getRef()).sum("Invocations");
        return calls.with(MetricOptions.builder().label("renewals").build());
    }
}
