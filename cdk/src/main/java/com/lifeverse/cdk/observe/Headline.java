package com.lifeverse.cdk.observe;

import java.util.List;

/**
 * A question that operators ask first, with the event types that answer it.
 *
 * @param title of its panel
 * @param beginnings of the names of event types, such as {@code liveops.}; all of these are shown
 */
record Headline(String title, List<String> beginnings) {
    static final List<Headline> ALL = List.of(
            of("Sign-ins", "session.started.v1", "session.resumed.v1"),
            of("Triggers fired", "trigger.fired.v1"),
            of("Effects", "grant.made.v1", "message.requested.v1", "notice.requested.v1", "milestone.reached.v1"),
            of("Live events", "liveops.", "occasion."));

    private static Headline of(String title, String... beginnings) {
        return new Headline(title, List.of(beginnings));
    }
}
