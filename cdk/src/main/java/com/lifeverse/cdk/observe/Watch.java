package com.lifeverse.cdk.observe;

import java.util.List;

/**
 * How one resource is watched.
 *
 * @param alerts what is told
 * @param panels what is shown
 */
record Watch(List<Alert> alerts, List<Panel> panels) {
    static final Watch NONE = new Watch(List.of(), List.of());

    Watch {
        alerts = List.copyOf(alerts);
        panels = List.copyOf(panels);
    }
}
