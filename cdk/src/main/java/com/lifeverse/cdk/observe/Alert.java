package com.lifeverse.cdk.observe;

import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * A state of things that somebody must hear of.
 *
 * @param what the rest of the alarm's name, as in {@code errors}
 * @param meaning what is wrong for whom, and where to look first; the pager shows it
 * @param metric its period is one minute
 * @param above what the metric must not exceed
 * @param silence whether it is the other way round: the metric must come, at least once in its period
 * @param minutes of the last five, in how many it must exceed that; one for what never happens on a good day
 */
record Alert(String what, String meaning, IMetric metric, double above, boolean silence, int minutes) {
    static final int WINDOW = 5;

    Alert(String what, String meaning, IMetric metric, double above, int minutes) {
        this(what, meaning, metric, above, false, minutes);
    }

    /**
     * Somebody must hear of it when nothing is heard.
     *
     * @param metric its period is how long it may be silent
     */
    static Alert ofSilence(String what, String meaning, IMetric metric) {
        return new Alert(what, meaning, metric, 1, true, 1);
    }

    Alert {
        if (minutes < 1 || minutes > WINDOW) {
            throw new IllegalArgumentException("of the last five minutes, one to five");
        }
    }
}
