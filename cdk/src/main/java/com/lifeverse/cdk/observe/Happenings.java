package com.lifeverse.cdk.observe;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.contract.EventCatalogue;
import com.lifeverse.session.lambda.RenewFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
 * The dashboard of what happens in the game: each event type of the catalogue, as outboxes count what they tell, and renewals,
 * which tell nothing. A new event type is on it without anybody's doing. Told again is counted again.
 */
public final class Happenings extends Construct {
    private static final String COUNTED_BY_OUTBOXES = "LifeVerse/Events";
    private static final String RENEW = RenewFunction.class.getName();
    private static final int WIDTH = 12;
    private static final int HEIGHT = 6;

    public Happenings(Stack stack, Deployment deployment, Bus bus, EventCatalogue events, Stack sessions) {
        super(stack, "Happenings");
        var curve = Curve.of(COUNTED_BY_OUTBOXES, "Bus", bus.name());
        var rows = new TreeMap<String, List<IMetric>>();
        for (var type : events.consumers().keySet()) {
            rows.computeIfAbsent(type.substring(0, type.indexOf('.')), row -> new ArrayList<>())
                    .add(curve.sum(type));
        }
        rows.computeIfAbsent("session", row -> new ArrayList<>()).add(renewals(sessions));
        var dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(deployment.named("happenings"))
                .build();
        var widgets = new ArrayList<IWidget>();
        rows.forEach((title, metrics) -> widgets.add(GraphWidget.Builder.create()
                .title(title + ", a minute")
                .view(GraphWidgetView.TIME_SERIES)
                .left(metrics)
                .width(WIDTH)
                .height(HEIGHT)
                .build()));
        dashboard.addWidgets(widgets.toArray(IWidget[]::new));
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
