package com.lifeverse.session.presence;

import java.util.Arrays;
import java.util.List;

/** Whether a player can be played with. The texts are part of the HTTP contract and of the events. */
public enum Availability {
    OFFLINE("offline"),
    ONLINE("online"),
    AWAY("away"),
    IN_GROUP("in-group");

    private final String text;

    Availability(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /**
     * What a player can say of themselves; that they are offline follows from their having no session, and that they are in a group from
     * the groups.
     */
    public static List<String> statements() {
        return Arrays.stream(values())
                .filter(each -> each == ONLINE || each == AWAY)
                .map(Availability::text)
                .toList();
    }

    /**
     * The one of that text.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Availability of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no availability " + text));
    }
}
