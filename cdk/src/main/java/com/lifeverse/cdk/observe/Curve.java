package com.lifeverse.cdk.observe;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * Metrics of one resource, by the minute.
 *
 * @param namespace of the service, as in {@code AWS/Lambda}
 * @param dimensions what tells the resource from others
 * @param region where the metrics are; {@code null} for where the stack is
 */
record Curve(
        String namespace,
        SortedMap<String, String> dimensions,
        @Nullable String region) {
    private static final Duration MINUTE = Duration.minutes(1);

    static Curve of(String namespace, String dimension, String value) {
        return new Curve(namespace, new TreeMap<>(Map.of(dimension, value)), null);
    }

    Curve and(String dimension, String value) {
        var more = new TreeMap<>(dimensions);
        more.put(dimension, value);
        return new Curve(namespace, more, region);
    }

    /** The same, where the service keeps its metrics in one region for all. */
    Curve from(String otherRegion) {
        return new Curve(namespace, dimensions, otherRegion);
    }

    /** Of all resources that a metric is kept of by these dimensions, the highest: for an alarm about what other regions have made. */
    static IMetric highest(String namespace, String metric, String... dimensions) {
        return MathExpression.Builder.create()
                .expression("SELECT MAX(\"%s\") FROM SCHEMA(\"%s\", %s)"
                        .formatted(metric, namespace, String.join(", ", dimensions)))
                .usingMetrics(Map.of())
                .label("highest " + metric)
                .period(MINUTE)
                .build();
    }

    Metric sum(String name) {
        return metric(name, "Sum");
    }

    Metric most(String name) {
        return metric(name, "Maximum");
    }

    Metric percentile99(String name) {
        return metric(name, "p99");
    }

    Metric mean(String name) {
        return metric(name, "Average");
    }

    /** How many of a hundred went wrong; nought where there was nothing to do. */
    IMetric percent(String label, String wrong, String all) {
        var parts = new TreeMap<String, IMetric>();
        parts.put("wrong", sum(wrong));
        parts.put("all", sum(all));
        return MathExpression.Builder.create()
                .expression("IF(all > 0, 100 * wrong / all, 0)")
                .usingMetrics(parts)
                .label(label)
                .period(MINUTE)
                .build();
    }

    private Metric metric(String name, String statistic) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(MINUTE)
                .region(region)
                .build();
    }
}
