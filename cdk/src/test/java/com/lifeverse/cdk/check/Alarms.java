package com.lifeverse.cdk.check;

import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.Assembly.Resource;
import java.util.List;

/** An alarm at night has to say whose it is and what is wrong, to somebody. */
final class Alarms {
    private static final int SHORTEST_MEANING = 20;

    private Alarms() {}

    static List<String> unheard(Assembly assembly) {
        return assembly.all("AWS::CloudWatch::Alarm").stream()
                .filter(alarm -> !heard(alarm))
                .map(alarm -> alarm + ": has no name, no meaning, or nobody who hears it come and go")
                .toList();
    }

    private static boolean heard(Resource alarm) {
        var properties = alarm.properties();
        return properties.path("AlarmName").asText().startsWith(alarm.stack() + " ")
                && properties.path("AlarmDescription").asText().length() > SHORTEST_MEANING
                && !properties.path("AlarmActions").isEmpty()
                && properties.path("OKActions").equals(properties.path("AlarmActions"));
    }
}
