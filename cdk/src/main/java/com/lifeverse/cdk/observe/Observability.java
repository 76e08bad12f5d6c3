package com.lifeverse.cdk.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.GraphWidgetView;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/** The alarms and the dashboard of one stack: made when everything else of the stack is. */
public final class Observability extends Construct {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 6;
    private static final int WHOLE_WIDTH = 24;

    private final Map<String, List<String>> alarmsOf = new TreeMap<>();

    private Observability(Stack stack, ITopic told) {
        super(stack, "Observability");
        var alarms = new ArrayList<IAlarm>();
        var rows = new TreeMap<String, Map<String, Panel>>();
        for (var node : stack.getNode().findAll()) {
            if (node instanceof CfnResource resource) {
                var name = Names.of(resource);
                var watch = Watches.of(resource, name);
                for (var alert : watch.alerts()) {
                    var alarm = alarm(stack, name, alert, told);
                    alarms.add(alarm);
                    alarmsOf.computeIfAbsent(resource.getNode().getPath(), path -> new ArrayList<>())
                            .add(alarm.getAlarmName());
                }
                watch.panels()
                        .forEach(panel -> rows.computeIfAbsent(panel.row(), row -> new LinkedHashMap<>())
                                .merge(panel.title(), panel, Panel::with));
            }
        }
        if (!alarms.isEmpty()) {
            dashboard(stack, alarms, rows);
        }
    }

    /**
     * Watches all that is in the stack now.
     *
     * @param told where alarms are sent
     * @throws IllegalStateException if the stack has a kind of resource that nobody has said how to watch
     */
    public static Observability of(Stack stack, ITopic told) {
        return new Observability(stack, told);
    }

    /** The names of the alarms about a resource. */
    List<String> alarmsOf(CfnResource resource) {
        return List.copyOf(alarmsOf.getOrDefault(resource.getNode().getPath(), List.of()));
    }

    private Alarm alarm(Stack stack, String subject, Alert alert, ITopic told) {
        var alarm = Alarm.Builder.create(this, subject + " " + alert.what())
                .alarmName("%s %s %s".formatted(stack.getStackName(), subject, alert.what()))
                .alarmDescription(alert.meaning())
                .metric(alert.metric())
                .threshold(alert.above())
                .comparisonOperator(
                        alert.silence()
                                ? ComparisonOperator.LESS_THAN_THRESHOLD
                                : ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(alert.silence() ? 1 : Alert.WINDOW)
                .datapointsToAlarm(alert.minutes())
                .treatMissingData(alert.silence() ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING)
                .build();
        var action = new SnsAction(told);
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
        return alarm;
    }

    private void dashboard(Stack stack, List<IAlarm> alarms, Map<String, Map<String, Panel>> rows) {
        var dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName(stack.getStackName())
                .build();
        dashboard.addWidgets(AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(alarms)
                .width(WHOLE_WIDTH)
                .height(HEIGHT)
                .build());
        rows.forEach((row, panels) -> {
            dashboard.addWidgets(TextWidget.Builder.create()
                    .markdown("## " + row)
                    .width(WHOLE_WIDTH)
                    .height(1)
                    .build());
            dashboard.addWidgets(
                    panels.values().stream().map(Observability::graph).toArray(IWidget[]::new));
        });
    }

    private static GraphWidget graph(Panel panel) {
        return GraphWidget.Builder.create()
                .title(panel.title())
                .view(GraphWidgetView.TIME_SERIES)
                .left(panel.left())
                .right(panel.right())
                .width(WIDTH)
                .height(HEIGHT)
                .build();
    }
}
