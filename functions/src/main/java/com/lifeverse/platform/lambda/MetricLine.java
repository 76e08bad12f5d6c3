package com.lifeverse.platform.lambda;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.cloudwatchlogs.emf.config.EnvironmentConfigurationProvider;
import software.amazon.cloudwatchlogs.emf.environment.Environments;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * Metrics of one moment, by Powertools for AWS Lambda: a line of the log in CloudWatch's embedded metric format, which needs no call and no
 * permission, and costs what its bytes cost. Its time is when it is written.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">AWS</a>
 */
public final class MetricLine {
    private static final Metrics METRICS = MetricsFactory.getMetricsInstance();

    static {
        // Known, so that nothing asks the network which it is: elsewhere than on Lambda it would look for a virtual
        // machine's address.
        EnvironmentConfigurationProvider.getConfig().setEnvironmentOverride(Environments.Lambda);
    }

    private final String namespace;
    private final Map<String, String> dimensions = new LinkedHashMap<>();
    private final Map<String, Double> counts = new LinkedHashMap<>();

    private MetricLine(String namespace) {
        this.namespace = namespace;
    }

    /** Begins a line. */
    public static MetricLine in(String namespace) {
        return new MetricLine(namespace);
    }

    /** Tells the line's metrics from those of the same name elsewhere. Each value is a metric of its own, and is paid for. */
    public MetricLine by(String dimension, String value) {
        dimensions.put(dimension, value);
        return this;
    }

    /** How many there were; exact up to 2^53. */
    public MetricLine count(String metric, long value) {
        return count(metric, (double) value);
    }

    /** As the other, of what can be had in halves, such as capacity units. */
    public MetricLine count(String metric, double value) {
        counts.put(metric, value);
        return this;
    }

    /** Writes the line to the log of the function that runs. */
    public void write() {
        // Powertools has one instance a process: calls that a local stack runs side by side take turns.
        synchronized (METRICS) {
            METRICS.setNamespace(namespace);
            METRICS.setDefaultDimensions(DimensionSet.of(dimensions));
            counts.forEach((metric, value) -> METRICS.addMetric(metric, value, MetricUnit.COUNT));
            METRICS.flush();
        }
    }
}
