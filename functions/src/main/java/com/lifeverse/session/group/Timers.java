package com.lifeverse.session.group;

import java.time.Duration;
import java.util.Optional;

/**
 * The times of a template.
 *
 * @param invite how long an invitation keeps a seat
 * @param reminder when the invited one is reminded, counted from the invitation; empty for never
 * @param grace how long a disconnected member's seat is kept
 * @param leaderGrace how long a disconnected leader leads on
 * @param readyCheck how long a ready check waits for answers
 * @param empty how long a group lives with nobody in it; empty for a persistent one
 * @param greatestAge how long it lives at all; empty for a persistent one
 */
public record Timers(
        Duration invite,
        Optional<Duration> reminder,
        Duration grace,
        Duration leaderGrace,
        Duration readyCheck,
        Optional<Duration> empty,
        Optional<Duration> greatestAge) {
    private static final Duration OLDEST = Duration.ofDays(7);

    public Timers {
        require(invite.isPositive(), "invite must be positive");
        reminder.ifPresent(after -> require(
                after.isPositive() && after.compareTo(invite) < 0, "reminder must come while the invitation counts"));
        require(!grace.isNegative(), "grace must not be negative");
        require(!leaderGrace.isNegative(), "leaderGrace must not be negative");
        require(readyCheck.isPositive(), "readyCheck must be positive");
        require(empty.isPresent() == greatestAge.isPresent(), "a group is persistent in both ways or in none");
        empty.ifPresent(life -> require(!life.isNegative(), "empty must not be negative"));
        greatestAge.ifPresent(
                age -> require(age.isPositive() && age.compareTo(OLDEST) <= 0, "greatestAge must be up to " + OLDEST));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
