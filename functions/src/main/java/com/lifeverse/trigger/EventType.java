package com.lifeverse.trigger;

import java.util.List;

/**
 * An event type, as its folder states it.
 *
 * @param name also the folder's
 * @param producers who may tell it: game-server, session, trigger, effect, schedule, player
 * @param consumers who hears it
 */
public record EventType(String name, List<String> producers, List<String> consumers) {
    /** The consumer that makes an event reach the triggers. */
    public static final String TRIGGER_ENGINE = "trigger-engine";

    /** The producer that a client is; a hacked one says what it likes. */
    public static final String PLAYER = "player";

    /** The producer that a trigger's author is, who may have it tell an event: of no type that our own code relies on. */
    public static final String EFFECT = "effect";

    /** The producer that a schedule's author is, likewise. */
    public static final String SCHEDULE = "schedule";

    public EventType {
        producers = List.copyOf(producers);
        consumers = List.copyOf(consumers);
    }
}
