package com.lifeverse.trigger.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * What makes two events the same happening, and for how long that is known.
 *
 * @param key the field that names the happening, whatever the event's type; without it, its type and deduplication id do, with the
 *     player where the happenings of all count together
 * @param horizon how long a happening is remembered, where that is less than the policy says; an event older than that is
 *     not acted on
 */
public record Once(Optional<EventField> key, Optional<Duration> horizon) {}
