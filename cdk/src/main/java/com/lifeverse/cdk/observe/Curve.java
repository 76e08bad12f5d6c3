package com.lifeverse.cdk.observe;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * Metrics of one resource, by the minute.
 *
 * @param namespace of the service, as in {@code AWS/Lambda}
 * @param dimensions what tells the resource from others
 */
record Curve(String namespace, SortedMap<String, String> dimensions) {
    private static final Duration MINUTE = Duration.minutes(1);

    static Curve of(String namespace, String dimension, String value) {
        return new Curve(namespace, new TreeMap<>(Map.of(dimension, value)));
    }

    Curve and(String dimension, String value) {
        var more = new TreeMap<>(dimensions);
        more.put(dimension, value);
        return new Curve(namespace, more);
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
                .build();
    }
}
