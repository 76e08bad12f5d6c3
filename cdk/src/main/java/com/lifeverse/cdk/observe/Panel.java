package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * Curves that are looked at together.
 *
 * @param row the heading on the dashboard, which panels of the same kind share
 * @param title what the curves are about
 * @param left counts
 * @param right what has another unit; may be empty
 */
record Panel(String row, String title, List<IMetric> left, List<IMetric> right) {
    Panel {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    static Panel of(String row, String title, IMetric... metrics) {
        return new Panel(row, title, List.of(metrics), List.of());
    }

    Panel against(IMetric... metrics) {
        return new Panel(row, title, left, List.of(metrics));
    }
}
