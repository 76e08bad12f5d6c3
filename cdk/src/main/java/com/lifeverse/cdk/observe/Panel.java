package com.lifeverse.cdk.observe;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * Curves that are looked at together. Panels of one row with the same title are one.
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

    /** Both in one. */
    Panel with(Panel other) {
        return new Panel(row, title, joined(left, other.left), joined(right, other.right));
    }

    private static List<IMetric> joined(List<IMetric> some, List<IMetric> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    Panel against(IMetric... metrics) {
        return new Panel(row, title, left, List.of(metrics));
    }
}
