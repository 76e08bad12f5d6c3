package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import java.time.Instant;

/**
 * Metrics in CloudWatch's embedded metric format: a line of the log, which needs no call and no permission, and costs what
 * its bytes cost. A line takes 100 metrics.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">AWS</a>
 */
public final class MetricLine {
    private final ObjectNode line = Json.object();
    private final ArrayNode dimensions;
    private final ArrayNode metrics;

    private MetricLine(String namespace, Instant when) {
        var directive = line.putObject("_aws")
                .put("Timestamp", when.toEpochMilli())
                .putArray("CloudWatchMetrics")
                .addObject()
                .put("Namespace", namespace);
        this.dimensions = directive.putArray("Dimensions").addArray();
        this.metrics = directive.putArray("Metrics");
    }

    /** Begins a line. */
    public static MetricLine in(String namespace, Instant when) {
        return new MetricLine(namespace, when);
    }

    /** Tells the line's metrics from those of the same name elsewhere. Each value is a metric of its own, and is paid for. */
    public MetricLine by(String dimension, String value) {
        dimensions.add(dimension);
        line.put(dimension, value);
        return this;
    }

    /** How many there were. */
    public MetricLine count(String metric, long value) {
        metrics.addObject().put("Name", metric).put("Unit", "Count");
        line.put(metric, value);
        return this;
    }

    /** As the other, of what can be had in halves, such as capacity units. */
    public MetricLine count(String metric, double value) {
        metrics.addObject().put("Name", metric).put("Unit", "Count");
        line.put(metric, value);
        return this;
    }

    public void write(Context context) {
        context.getLogger().log(this + "\n");
    }

    @Override
    public String toString() {
        return Json.write(line);
    }
}
